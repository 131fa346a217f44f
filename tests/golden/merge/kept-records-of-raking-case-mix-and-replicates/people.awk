# Answers of 1,200 people to one question, in three files that share areas, strata, practices and some ids. A few
# cells are blank, out of range or of an area that nobody knows.
BEGIN {
  print "id,area,stratum,practice,weight,age,fft_1" > "a.csv"
  print "id,area,stratum,practice,weight,age,fft_1" > "b.csv"
  print "id,area,stratum,practice,weight,age,fft_1" > "c.csv"
  for (i = 0; i < 1200; ++i) {
    h = (i * 7919 + 31 * (i % 13)) % 97
    area = sprintf("A%02d", i % 6 + 1)
    if (i % 211 == 5) area = ""
    answer = (h % 11 == 0) ? "" : (h % 29 == 0) ? 9 : h % 6 + 1
    file = (h % 3 == 0) ? "a.csv" : (h % 3 == 1) ? "b.csv" : "c.csv"
    printf "p%d,%s,%s,%d,%s,%s,%s\n", (i % 83 == 0 ? 7 : i), area, (i % 2 ? "north" : "south"), i % 24,
      (i % 100 == 3 ? "" : 0.5 + h % 4 / 4), (h % 5 < 2 ? "65+" : "16-64"), answer > file
  }
}
