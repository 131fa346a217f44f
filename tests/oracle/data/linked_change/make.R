# Writes records.csv (seeded, rounded) and expected.json: R and survey, people as sampling units. Three groups of rows,
# old scores of the first wave, new ones of the last, and old less new of the wave between, so that the covariances of
# the three means come from those who answered in several waves.
suppressMessages(library(survey))
set.seed(12)
base <- rnorm(90, 50, 9)
old <- function(who, gain) round(base[who] + gain + rnorm(length(who), 0, 3))
new <- function(who, gain) round(0.5 * (base[who] + gain) + 1 + rnorm(length(who), 0, 2))
d <- rbind(data.frame(person = 1:40, wave = "2024", old = old(1:40, 0), new = NA),
           data.frame(person = 25:64, wave = "2025", old = old(25:64, 1), new = new(25:64, 1)),
           data.frame(person = 50:90, wave = "2026", old = NA, new = new(50:90, 3)))
d$old[50] <- NA; d$new[60] <- NA
write.csv(d, "records.csv", row.names = FALSE, quote = FALSE, na = "")
long <- rbind(data.frame(person = d$person, group = "first", y = d$old)[d$wave == "2024", ],
              data.frame(person = d$person, group = "link", y = d$old - d$new)[d$wave == "2025", ],
              data.frame(person = d$person, group = "second", y = d$new)[d$wave == "2026", ])
long <- long[!is.na(long$y), ]
s <- svyby(~y, ~group, svydesign(~person, weights = ~1, data = long), svymean, covmat = TRUE)
D <- svycontrast(s, c(first = -1, link = 1, second = 1)); se <- sqrt(as.numeric(vcov(D)))
out <- c(people = length(unique(long$person)), link = coef(s)[["link"]], link_se = sqrt(vcov(s)["link", "link"]),
  linked = coef(s)[["second"]] + coef(s)[["link"]], difference = as.numeric(coef(D)), se = se,
  low = as.numeric(coef(D)) - qnorm(.975) * se, p = 2 * pnorm(-abs(as.numeric(coef(D)) / se)))
cat("{\n", paste0('  "', names(out), '": ', sapply(unname(out), format, digits = 17), collapse = ",\n"), "\n}\n", sep = "", file = "expected.json")
