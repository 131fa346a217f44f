#!/bin/sh
# run.sh xargs|parallel|slurm FOLDER
# Makes six survey files of invented people in FOLDER, aggregates them in four shards, two at a time, and merges the
# partials: FOLDER/results has the bytes of one `joinedup benchmark --study study.json`. JOINEDUP names the program.
set -eu
how=${1:?xargs, parallel or slurm} folder=${2:?a folder to work in}
here=$(cd "$(dirname "$0")" && pwd)
JOINEDUP=${JOINEDUP:-joinedup} SHARDS=4
export JOINEDUP SHARDS

mkdir -p "$folder"
cp "$here/study.json" "$folder"
cd "$folder"
for file in 1 2 3 4 5 6; do
  [ -e survey-$file.csv ] || "$JOINEDUP" -q simulate --records "${RECORDS:-2000}" --seed $file -o survey-$file.csv
done
rm -f part-*.jup

case $how in
# Neither stops at a shard that fails, and the exit says that one did: make it again, then merge.
xargs)
  seq $SHARDS | xargs -P 2 -I K "$JOINEDUP" -q aggregate --threads 1 --study study.json --shard K/$SHARDS -o part-K.jup
  "$JOINEDUP" -q merge part-*.jup -o results
  ;;
parallel)
  seq $SHARDS | parallel -j 2 "$JOINEDUP" -q aggregate --threads 1 --study study.json --shard {}/$SHARDS -o part-{}.jup
  "$JOINEDUP" -q merge part-*.jup -o results
  ;;
slurm)
  job=$(sbatch --parsable --array=1-$SHARDS "$here/aggregate.sbatch")
  # The merge refuses what is missing, so it need not ask how the tasks ended: afterany, not afterok.
  sbatch --wait --dependency="afterany:$job" "$here/merge.sbatch"
  ;;
*)
  echo "run.sh: xargs, parallel or slurm, not $how" >&2
  exit 2
  ;;
esac
