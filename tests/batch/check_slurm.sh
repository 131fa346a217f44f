#!/bin/sh
# check_slurm.sh PROGRAM RUN.SH: the example on a real Slurm of one node, started by hand. One task of the array is
# killed while it reads: the others end, the merge names what is missing, only that task runs again, and the results
# have the bytes of one run. Exits 77, saying why, where Slurm or its key service cannot be started.
set -u
JOINEDUP=$1 run=$2 examples=$(dirname "$2")
export JOINEDUP SHARDS=4
for tool in slurmctld slurmd munged sbatch timeout; do
  command -v $tool > /dev/null || { echo "skipped: no $tool here"; exit 77; }
done
[ "$(id -u)" -eq 0 ] || { echo "skipped: Slurm's services are started as root"; exit 77; }
id munge > /dev/null 2>&1 && [ -r /etc/munge/munge.key ] || { echo "skipped: munge has no key here"; exit 77; }

work=$(mktemp -d "${TMPDIR:-/tmp}/joinedup-slurm-XXXXXX") || exit 1
chmod 755 "$work"
pids=
# Jobs first: they are no children of the services and would outlive them. Names of pid files go before the processes do.
stop() {
  if [ -n "${SLURM_CONF:-}" ]; then
    timeout 10 scancel --user=root --quiet 2> /dev/null
    tries=0
    while [ $tries -lt 50 ] && timeout 10 squeue -h -t RUNNING,COMPLETING 2> /dev/null | grep -q .; do
      sleep 0.2
      tries=$((tries + 1))
    done
  fi
  for pid in $pids; do kill "$pid" 2> /dev/null; done
  for pid in $pids; do
    tries=0
    while kill -0 "$pid" 2> /dev/null && [ $tries -lt 100 ]; do sleep 0.1; tries=$((tries + 1)); done
    kill -9 "$pid" 2> /dev/null
  done
  rm -rf "$work"
}
trap stop EXIT
trap 'exit 1' HUP INT TERM
fail() {
  echo "failed: $1"
  tail -20 "$work"/*.log "$work"/night/*.log 2> /dev/null
  exit 1
}

# A munged that runs already is used as it is.
if ! munge -n > /dev/null 2>&1; then
  mkdir -p /run/munge && chown munge: /run/munge
  runuser -u munge -- munged --foreground > "$work/munged.log" 2>&1 &
  pids="$pids $!"
  tries=0
  until munge -n > /dev/null 2>&1; do
    sleep 0.1
    tries=$((tries + 1))
    [ $tries -lt 100 ] || { echo "skipped: munged does not start"; exit 77; }
  done
fi
mkdir "$work/state" "$work/spool"
port=$((20000 + $$ % 10000 * 2)) # of its own: another Slurm on this machine is left alone
# Without proctrack/linuxproc a script may never run and be called completed all the same.
cat > "$work/slurm.conf" << END
ClusterName=joinedup
SlurmctldHost=localhost(127.0.0.1)
SlurmctldPort=$port
SlurmdPort=$((port + 1))
AuthType=auth/munge
SlurmUser=root
SlurmdUser=root
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
ReturnToService=2
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=sched_interval=1
MinJobAge=3600
NodeName=localhost NodeAddr=127.0.0.1 CPUs=$(nproc)
PartitionName=all Nodes=localhost Default=YES MaxTime=INFINITE State=UP
END
SLURM_CONF=$work/slurm.conf
export SLURM_CONF
slurmctld -D -f "$SLURM_CONF" > "$work/slurmctld.log" 2>&1 &
pids="$! $pids"
slurmd -D -f "$SLURM_CONF" -N localhost > "$work/slurmd.log" 2>&1 &
pids="$! $pids"
tries=0
until sinfo -h -o %T 2> /dev/null | grep -q idle; do
  sleep 0.2
  tries=$((tries + 1))
  [ $tries -lt 300 ] || {
    tail -5 "$work"/slurm*.log
    echo "skipped: Slurm does not start here"
    exit 77
  }
done

# As people run it.
RECORDS=300 timeout 240 sh "$run" slurm "$work/night" > "$work/run.log" 2>&1 || fail "the example"
"$JOINEDUP" -q benchmark --study "$work/night/study.json" -o "$work/one" || fail "one run"
diff -r "$work/one" "$work/night/results" || fail "the example's bytes"
echo "an array of four and a merge: the same bytes"

# Task 2 waits for a file that nobody writes, and is killed.
cd "$work/night" || exit 1
rm -r results part-*.jup
mv survey-2.csv kept.csv && mkfifo survey-2.csv
job=$(sbatch --parsable --array=1-4 "$examples/aggregate.sbatch") || fail "sbatch"
tries=0
until [ -e part-1.jup ] && [ -e part-3.jup ] && [ -e part-4.jup ] &&
  squeue -h -t RUNNING -o %K -j "$job" | grep -qx 2; do
  sleep 0.2
  tries=$((tries + 1))
  [ $tries -lt 300 ] || fail "three tasks of four end"
done
merge=$(sbatch --parsable --dependency="afterany:$job" "$examples/merge.sbatch")
scancel --signal=KILL --batch "${job}_2"
timeout 120 sbatch --wait --dependency="afterany:$merge" --output=/dev/null --wrap=true > /dev/null || fail "waiting"
ls part-2.jup results 2> /dev/null && fail "nothing of task 2 may be there"
grep -q 'J171.*shard 2 of 4 is missing, with survey-2.csv, survey-6.csv' merge.log || fail "the merge names shard 2"
echo "task 2 killed: the merge names it"

# Only it runs again.
rm survey-2.csv && mv kept.csv survey-2.csv
before=$(cat part-1.jup part-3.jup part-4.jup | sha256sum; stat -c %y part-1.jup part-3.jup part-4.jup)
job=$(sbatch --parsable --array=2 "$examples/aggregate.sbatch")
timeout 120 sbatch --wait --dependency="afterany:$job" "$examples/merge.sbatch" > /dev/null || fail "the merge after it"
[ "$before" = "$(cat part-1.jup part-3.jup part-4.jup | sha256sum; stat -c %y part-1.jup part-3.jup part-4.jup)" ] ||
  fail "the other partials are left alone"
diff -r "$work/one" results || fail "the bytes after a task ran again"
echo "task 2 alone again, and the merge: the same bytes"
