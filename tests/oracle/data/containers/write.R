# Old Stata files, written by R's foreign: a factor as labelled codes, a missing number.
library(foreign)
frame <- data.frame(id = c("r1", "r2"), level = factor(c("Good", "Poor")), share = c(0.125, NA))
for (version in c(6, 7, 8)) write.dta(frame, sprintf("foreign_%d.dta", version), version = version)
# Records without any value between the others: a text of spaces alone is cut to nothing.
frame <- data.frame(id = c("a", " ", "c", " ", "e"), fft_1 = c(1, NA, 3, NA, 5), wait = c(3, NA, NA, NA, 2))
write.dta(frame, "blank.dta", version = 10)
