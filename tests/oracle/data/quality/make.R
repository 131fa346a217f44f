# Invents three surveys and works out the quality of their scales with psych. Run here: Rscript make.R
suppressPackageStartupMessages({
  library(psych)
  library(jsonlite)
})
options(digits = 17)

# Answers from 1 to `levels`, cut from a trait and noise; `share` of them are blank.
answers <- function(seed, people, loadings, levels, share, second = rep(0, length(loadings))) {
  set.seed(seed)
  trait <- rnorm(people)
  other <- rnorm(people)
  out <- sapply(seq_along(loadings), function(i) {
    rest <- sqrt(max(0.05, 1 - loadings[i]^2 - second[i]^2))
    y <- loadings[i] * trait + second[i] * other + rest * rnorm(people)
    code <- findInterval(y, qnorm(seq_len(levels - 1) / levels)) + 1
    code[runif(people) < share] <- NA
    code
  })
  colnames(out) <- paste0("q", seq_along(loadings))
  as.data.frame(out)
}

# Minimum residuals with one factor, by a general minimiser from several starts: what the minimum is, to many digits.
minimised <- function(r) {
  k <- ncol(r)
  off <- row(r) < col(r)
  loss <- function(l) sum((r - outer(l, l))[off]^2)
  slope <- function(l) {
    d <- r - outer(l, l)
    diag(d) <- 0
    as.vector(-2 * d %*% l)
  }
  fits <- lapply(c(0.3, 0.5, 0.8), function(s)
    optim(rep(s, k), loss, slope, method = "BFGS", control = list(reltol = 1e-16, maxit = 10000)))
  best <- fits[[which.min(sapply(fits, function(f) f$value))]]$par
  if (sum(best) < 0) best <- -best
  list(loadings = best, omega = 1 - sum(1 - best^2) / sum(r))
}

measures <- function(data, reversed, levels) {
  for (name in reversed) data[[name]] <- levels + 1 - data[[name]]
  answered <- data[rowSums(!is.na(data)) > 0, ]
  complete <- na.omit(data)
  a <- suppressWarnings(psych::alpha(complete, check.keys = FALSE, warnings = FALSE))
  ci <- alpha.ci(a$total$raw_alpha, nrow(complete), ncol(complete))
  r <- cor(complete)
  fit <- fa(r, nfactors = 1, fm = "minres", n.obs = nrow(complete))
  exact <- minimised(r)
  loadings <- as.vector(fit$loadings)
  if (sum(loadings) < 0) loadings <- -loadings
  list(
    records = nrow(data), respondents = nrow(answered), complete = nrow(complete),
    missing = mean(is.na(as.matrix(answered))),
    item_missing = unname(colMeans(is.na(answered))),
    item_mean = unname(colMeans(answered, na.rm = TRUE)),
    item_sd = unname(sapply(answered, sd, na.rm = TRUE)),
    mean = mean(rowSums(complete)), sd = sd(rowSums(complete)),
    alpha = a$total$raw_alpha, lower = ci$lower.ci, upper = ci$upper.ci,
    inter_item = mean(r[lower.tri(r)]),
    item_rest = unname(a$item.stats$r.drop),
    alpha_without = unname(a$alpha.drop$raw_alpha),
    loadings_psych = loadings,
    omega_psych = 1 - sum(fit$uniquenesses) / sum(r),
    loadings = exact$loadings, omega = exact$omega
  )
}

sets <- list(
  near_one_factor = list(data = answers(11, 300, rep(0.7, 8), 5, 0.03), reversed = character(0), levels = 5),
  reversed_item = list(data = answers(12, 180, c(0.6, 0.7, -0.5, 0.65, 0.55), 4, 0.05), reversed = "q3", levels = 4),
  two_strands = list(data = answers(13, 90, c(0.8, 0.5, 0.3, 0.2, 0.4, 0.1), 7, 0.08, c(0, 0, 0.6, 0.7, 0.1, -0.4)),
                     reversed = character(0), levels = 7)
)
expected <- list(provenance = paste("R", getRversion(), "psych", packageVersion("psych"), "by make.R"))
for (name in names(sets)) {
  s <- sets[[name]]
  write.csv(s$data, paste0(name, ".csv"), row.names = FALSE, na = "", quote = FALSE)
  read <- read.csv(paste0(name, ".csv"))
  expected[[name]] <- c(list(reversed = s$reversed, levels = s$levels), measures(read, s$reversed, s$levels))
}
writeLines(toJSON(expected, digits = NA, auto_unbox = TRUE, pretty = TRUE), "psych_expected.json")
