# The R packages eq5d and eq5dsuite on a million health states, where they are installed: Rscript bench/eq5d.R
# Compare with the line of eq-5d-5l that bench/scoring.sh prints (which makes every score of it, not the index alone).
set.seed(1)
states <- as.data.frame(matrix(sample(1:5, 5e6, TRUE), ncol = 5))
names(states) <- c("MO", "SC", "UA", "PD", "AD")
report <- function(name, took) cat(sprintf("%s,%.0f records/s\n", name, nrow(states) / took[["elapsed"]]))
if (requireNamespace("eq5d", quietly = TRUE)) {
  report("eq5d", system.time(eq5d::eq5d(states, country = "UK", version = "5L", type = "CW")))
} else cat("eq5d is not installed\n")
if (requireNamespace("eq5dsuite", quietly = TRUE)) {
  names(states) <- tolower(names(states))
  report("eq5dsuite", system.time(eq5dsuite::eqxw(states, country = "GB")))
} else cat("eq5dsuite is not installed\n")
