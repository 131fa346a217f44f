# Writes expected.json from records.csv: base R 4.2.2 and sandwich 3.0.2
suppressMessages(library(sandwich))
d <- read.csv("records.csv")
fit <- lm(y ~ treated * post, d)
fe <- lm(y ~ factor(area) + post + treated:post, d)
G <- length(unique(d$area))
at <- function(m, v) sqrt(v[m, m])
name <- "treated:post"; fname <- grep("treated", names(coef(fe)), value = TRUE)
fname <- fname[!is.na(coef(fe)[fname])]
V <- vcovCL(fit, ~area, type = "HC1"); FV <- vcovCL(fe, ~area, type = "HC1")
b <- coef(fit)[[name]]; s <- sqrt(V[name, name]); fb <- coef(fe)[[fname]]; fs <- sqrt(FV[fname, fname])
m <- aggregate(y ~ area + treated + post, d, mean)
w <- merge(m[m$post == 0, ], m[m$post == 1, ], by = c("area", "treated"))
w$change <- w$y.y - w$y.x
tt <- t.test(change ~ treated, w, var.equal = TRUE)
obs <- abs(diff(tt$estimate))
sets <- combn(nrow(w), sum(w$treated))
stat <- apply(sets, 2, function(i) abs(mean(w$change[i]) - mean(w$change[-i])))
q <- qt(.975, G - 2)
num <- function(x) format(unname(x), digits = 17)
out <- c(n = nrow(d), clusters = G, did = b, se_ols = at(name, vcov(fit)), se_hc0 = at(name, vcovHC(fit, "HC0")),
  se_hc1 = at(name, vcovHC(fit, "HC1")), se_cluster_hc0 = at(name, vcovCL(fit, ~area, type = "HC0")), se_cluster_hc1 = s,
  low = b - q * s, high = b + q * s, t = b / s, p = 2 * pt(-abs(b / s), G - 2),
  fixed_did = fb, fixed_se = fs, fixed_p = 2 * pt(-abs(fb / fs), G - 2),
  mean_did = -diff(rev(tt$estimate)), mean_se = tt$stderr, mean_df = tt$parameter, mean_p = tt$p.value,
  mean_low = -tt$conf.int[2], mean_high = -tt$conf.int[1],
  permutations = ncol(sets), permutation_p = mean(stat >= obs - 1e-9))
names(out) <- sub("\\..*", "", names(out))
cat("{\n", paste0('  "', names(out), '": ', sapply(out, num), collapse = ",\n"), "\n}\n", sep = "", file = "expected.json")
