# The estimates of bench/chain.py by R's survey package: area means with all their covariances, the index that follows,
# and means adjusted for age band and sex.   Rscript chain.R part.csv estimates.csv
suppressMessages(library(survey))
options(survey.lonely.psu = "adjust") # as the program does
files <- commandArgs(TRUE)
d <- read.csv(files[1], stringsAsFactors = TRUE)
measures <- c("coordination", "centredness", "fft", "eq5d", "wemwbs", "activation")
points <- setNames(c(1 / 3, 1 / 3, 1 / 3, 1 / 3, 1 / 3, 1 / 3) / 2, measures)
ranges <- list(coordination = c(0, 15), centredness = c(0, 24), fft = c(0, 1), eq5d = c(-0.567, 1), wemwbs = c(14, 70), activation = c(0, 100))
clock <- proc.time()
lap <- function(name) {
  now <- proc.time()
  cat(sprintf("%s,%.1f,%.1f\n", name, now[["elapsed"]] - clock[["elapsed"]], sum(now[c("user.self", "sys.self")]) - sum(clock[c("user.self", "sys.self")])))
  clock <<- proc.time()
}
design <- svydesign(~practice, strata = ~stratum, weights = ~weight, data = d, nest = TRUE)
means <- svyby(reformulate(measures), ~area, design, svymean, covmat = TRUE)
v <- vcov(means); areas <- as.character(means$area)
slope <- sapply(measures, function(m) 100 * points[[m]] / diff(ranges[[m]]))
out <- data.frame(area = areas)
for (m in measures) { out[[m]] <- means[[m]]; out[[paste0(m, "_se")]] <- means[[paste0("se.", m)]] }
at <- function(a) paste0(a, ":", measures)
out$index_se <- sapply(areas, function(a) sqrt(drop(slope %*% v[at(a), at(a)] %*% slope)))
lap("means and covariances")
for (m in measures) {
  fit <- svyglm(reformulate(c("0", "area", "age_band", "sex"), m), design)
  b <- coef(fit); x <- model.matrix(~ age_band + sex, d)[, -1]
  out[[paste0(m, "_adjusted")]] <- b[paste0("area", areas)] + sum(colSums(x * d$weight) / sum(d$weight) * b[colnames(x)])
}
lap("case mix")
write.csv(out, files[2], row.names = FALSE)
