# Old Stata files, written by R's foreign: a factor as labelled codes, a missing number.
library(foreign)
frame <- data.frame(id = c("r1", "r2"), level = factor(c("Good", "Poor")), share = c(0.125, NA))
for (version in c(6, 7, 8)) write.dta(frame, sprintf("foreign_%d.dta", version), version = version)
