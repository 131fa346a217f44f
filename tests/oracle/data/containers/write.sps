* Written by PSPP: every kind of date, missing values by code, by range and by text, a long text, labels, accents.
DATA LIST LIST ("|") NOTABLE
  /id (A6) level (F2.0) open (F8.2) share (F8.3) town (A10) born (DATE11) seen (DATETIME20) took (TIME8) note (A300).
BEGIN DATA
r1|1|12.5|0.125|York|02-MAR-2026|02-MAR-2026 09:04:30|00:12:05|Café – “quoted”
r2|9|-1|3|n/k|31-DEC-1899|29-FEB-2024 23:59:59|26:00:00|
r3|-8|-99|1000000||01-JAN-1600|||two, with "a" comma
r4||-250|0.1|Hull||01-JAN-1970 00:00:00|-01:00:00|x
END DATA.
VARIABLE LABELS level 'How are you?' / town 'Ort (Zürich)'.
VALUE LABELS level 1 'Good' 2 'Poor' 9 'Not answered' -8 'Does not apply' / town 'n/k' 'Not known'.
MISSING VALUES level (-9 THRU -7, 9) / open (LO THRU -1) / town ('n/k').
SAVE OUTFILE='pspp.sav' /UNCOMPRESSED.
SAVE OUTFILE='pspp_compressed.sav' /COMPRESSED.
SAVE OUTFILE='pspp.zsav' /ZCOMPRESSED.
