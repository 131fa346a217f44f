# Maximum-likelihood person measures of the partial-credit model (Masters 1982), from the likelihood and optimize() alone.
#   Rscript partial_credit.R > partial_credit.csv
# Three items with thresholds of their own; codes from 0. A blank answer is left out of the likelihood. The sums 0 and
# the most that can be had with the answers given have no finite measure and are moved inwards by 0.3.
thresholds <- list(c(-1.2, 0.4), c(-0.5, 0.1, 1.3), c(0.8))

probabilities <- function(theta, d) { # of categories 0 to length(d)
  terms <- exp(cumsum(c(0, theta - d)))
  terms / sum(terms)
}
expected <- function(theta, used) sum(sapply(used, function(i) {
  p <- probabilities(theta, thresholds[[i]])
  sum(p * (seq_along(p) - 1))
}))
measure <- function(answers) {
  used <- which(!is.na(answers))
  most <- sum(lengths(thresholds[used]))
  total <- sum(answers[used])
  if (total > 0 && total < most) { # the likelihood itself
    loglik <- function(theta) sum(sapply(used, function(i) log(probabilities(theta, thresholds[[i]])[answers[i] + 1])))
    return(optimize(loglik, c(-15, 15), maximum = TRUE, tol = 1e-12)$maximum)
  }
  target <- min(max(total, 0.3), most - 0.3)
  uniroot(function(theta) expected(theta, used) - target, c(-15, 15), tol = 1e-13)$root
}

cat("a,b,c,theta\n")
for (a in c(0:2, NA)) for (b in c(0:3, NA)) for (c in c(0:1, NA)) {
  if (is.na(a) + is.na(b) + is.na(c) > 1) next
  answers <- c(a, b, c)
  cells <- ifelse(is.na(answers), "", answers)
  cat(paste(cells, collapse = ","), ",", formatC(measure(answers), digits = 10, format = "f"), "\n", sep = "")
}
