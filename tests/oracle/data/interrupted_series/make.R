# Writes records.csv (seeded, rounded) and expected.json. Least squares by lm(); Newey and West's errors by their formula
# in loops over pairs of waves (the package sandwich is not needed): bread as vcov() of lm without its variance.
set.seed(20)
waves <- 24; first_after <- 15
trend <- 50 + 0.2 * (1:waves) + ifelse(1:waves >= first_after, 3 + 0.5 * (1:waves - first_after), 0)
shock <- as.numeric(arima.sim(list(ar = 0.5), waves, sd = 0.8))
n <- sample(12:30, waves, replace = TRUE)
d <- data.frame(wave = rep(sprintf("2024-%02d", 1:waves), n), y = round(rep(trend + shock, n) + rnorm(sum(n), 0, 6)))
d$y <- pmin(pmax(d$y, 14), 70)
write.csv(d, "records.csv", row.names = FALSE, quote = FALSE)
y <- tapply(d$y, d$wave, mean)
s <- seq_len(waves) - first_after; after <- as.numeric(s >= 0)
fit <- lm(y ~ s + after + I(after * s))
X <- model.matrix(fit); e <- residuals(fit)
bread <- summary(fit)$cov.unscaled
newey <- function(L) {
  meat <- matrix(0, 4, 4)
  for (t in 1:waves) for (u in 1:waves) if (abs(t - u) <= L)
    meat <- meat + (1 - abs(t - u) / (L + 1)) * e[t] * e[u] * X[t, ] %o% X[u, ]
  sqrt(diag(bread %*% meat %*% bread) * waves / (waves - 4))
}
out <- list(usual_lag = floor(4 * (waves / 100)^(2 / 9)))
for (L in c(0, 2, 5)) {
  se <- newey(L); t <- coef(fit) / se
  out[[paste0("se_", L)]] <- se; out[[paste0("p_", L)]] <- 2 * pt(-abs(t), waves - 4)
  out[[paste0("low_", L)]] <- coef(fit) - qt(.975, waves - 4) * se
}
out$value <- coef(fit); out$mean <- y; out$n <- as.numeric(table(d$wave))
cell <- function(x) paste0("[", paste(sapply(unname(x), format, digits = 17), collapse = ", "), "]")
cat("{\n", paste0('  "', names(out), '": ', sapply(out, cell), collapse = ",\n"), "\n}\n", sep = "", file = "expected.json")
