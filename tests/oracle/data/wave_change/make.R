# Writes records.csv (seeded, rounded) and expected.json: R 4.2.2 and survey 4.1-1, people as sampling units, so that the
# covariance of the waves comes from those who answered in both (one of them twice in a wave).
suppressMessages(library(survey))
set.seed(11)
base <- rnorm(60, 50, 9)
first <- data.frame(person = 1:40, wave = "first", y = round(base[1:40] + rnorm(40, 0, 4)))
second <- data.frame(person = 21:60, wave = "second", y = round(base[21:60] + 3 + rnorm(40, 0, 4)))
d <- rbind(first, second, data.frame(person = 21, wave = "second", y = 47))
write.csv(d, "records.csv", row.names = FALSE, quote = FALSE)
s <- svyby(~y, ~wave, svydesign(~person, weights = ~1, data = d), svymean, covmat = TRUE)
v <- vcov(s); D <- diff(coef(s)); se <- sqrt(v[1, 1] + v[2, 2] - 2 * v[1, 2])
out <- c(people = length(unique(d$person)), first = coef(s)[[1]], second = coef(s)[[2]], se_first = sqrt(v[1, 1]),
  se_second = sqrt(v[2, 2]), covariance = v[1, 2], difference = D, se = se, low = D - qnorm(.975) * se,
  high = D + qnorm(.975) * se, z = D / se, p = 2 * pnorm(-abs(D / se)))
names(out) <- sub("\\..*", "", names(out))
cat("{\n", paste0('  "', names(out), '": ', sapply(unname(out), format, digits = 17), collapse = ",\n"), "\n}\n", sep = "", file = "expected.json")
