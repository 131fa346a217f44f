# Answers of 900 people in three files that share areas. How they were asked (sometimes not stated) and who answered
# come in another order, and in part with other values, in each file.
BEGIN {
  for (k = 1; k <= 3; ++k) print "area,how,who,fft_1" > substr("abc", k, 1) ".csv"
  for (i = 0; i < 900; ++i) {
    h = (i * 7919 + 31 * (i % 13)) % 97
    k = h % 3 + 1
    how = (h % 10 < 4) ? "paper" : (h % 10 < 8) ? "online" : (k == 3) ? "telephone" : ""
    who = (i % 5 == k) ? "carer" : "patient"
    printf "A%d,%s,%s,%s\n", i % 4 + 1, how, who, (h % 11 == 0 ? "" : h % 6 + 1) > substr("abc", k, 1) ".csv"
  }
}
