#!/usr/bin/env bash
# What a start costs: whole processes, one after the other in turn, so that a busy machine is as busy for each.
# usage: benchmarks/start.sh [rounds]      JAVA_HOME and PYTHON say which Java and which Python
set -euo pipefail

rounds=${1:-15}
root=$(cd "$(dirname "$0")/.." && pwd -P)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
python=${PYTHON:-python3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/Hello.java" <<'END'
public class Hello {
    public static void main(String[] args) {
        System.out.println("hello");
    }
}
END
"$java"c --release 17 -d "$work" "$work/Hello.java"
cat > "$work/small.json" <<'END'
{
  "variables": { "A": { "shape": [6, 3] }, "b": { "shape": [6] }, "x": { "shape": [3] } },
  "function": "norm2(A*x - b)^2 + 0.1*sum(x.^4)",
  "gradient": { "x": "2*A'*(A*x - b) + 0.4*x.^3" }
}
END

# From an unpacked distribution, as users have it; the first run makes the archive, which is waited for.
archives=("$root"/checker-cli/target/gradcheck-*.tar.gz)
tar -xzf "${archives[0]}" -C "$work"
gradcheck=$(echo "$work"/gradcheck-*/bin/gradcheck)
export GRADCHECK_ARCHIVES=$work/archives
"$gradcheck" check "$work/small.json" > /dev/null
until compgen -G "$work/archives/*.jsa" > /dev/null || compgen -G "$work/archives/*.aot" > /dev/null; do sleep 0.2; done
sleep 1

names=("hello, world in Java" "one small spec" "one small spec, without an archive")
hello() { "$java" -Xshare:auto -cp "$work" Hello; }
small() { "$gradcheck" check "$work/small.json"; }
plain() { GRADCHECK_ARCHIVES=none "$gradcheck" check "$work/small.json"; }
commands=(hello small plain)
if "$python" -c 'import torch' 2> /dev/null; then
  names+=("import torch in Python")
  torch() { "$python" -c 'import torch'; }
  commands+=(torch)
fi

for ((round = 0; round < rounds; round++)); do
  for command in "${commands[@]}"; do
    begun=${EPOCHREALTIME/[.,]/}
    "$command" > /dev/null
    echo $((${EPOCHREALTIME/[.,]/} - begun)) >> "$work/$command.times"
  done
done

# All specs, on all processors: what they say of their own time, which leaves the start out.
for ((round = 0; round < 3; round++)); do
  "$gradcheck" check "$(dirname "$gradcheck")/../specs" --quiet > "$work/specs.txt"
  sed -n 's/.* evaluations in \([0-9.]*\) s,.*/\1/p' "$work/specs.txt" >> "$work/specs.times"
  sed -n 's/^\([0-9]*\) specs: .*/\1/p' "$work/specs.txt" > "$work/specs.count"
done

median() { sort -n "$work/$1.times" | sed -n "$(((rounds + 1) / 2))p"; }
least() { sort -n "$work/$1.times" | head -n 1; }
echo "| process | median, ms | least, ms | to hello, world | to torch |"
echo "|---|---|---|---|---|"
for i in "${!commands[@]}"; do
  of_torch=
  [ ! -f "$work/torch.times" ] || of_torch=$(median torch)
  awk -v name="${names[i]}" -v m="$(median "${commands[i]}")" -v l="$(least "${commands[i]}")" -v h="$(median hello)" -v t="${of_torch:-0}" \
    'BEGIN { printf "| %s | %.0f | %.0f | %.1f | %s |\n", name, m / 1000, l / 1000, m / h, t ? sprintf("%.2f", m / t) : "" }'
done
echo
count=$(cat "$work/specs.count")
seconds=$(sort -n "$work/specs.times" | sed -n 2p)
awk -v n="$count" -v s="$seconds" -v c="$(nproc)" \
  'BEGIN { printf "%d specs in %.1f s after the start: %.0f a second, on %d processors\n", n, s, n / s, c }'
