data list list (",") / id (a8) fft_1 wait (f8.0).
begin data
a,1,3
,,
c,3,
,,
e,5,2
end data.
save outfile="blank.sav".
save outfile="blank.zsav" /zcompressed.
