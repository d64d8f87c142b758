# shellcheck shell=bash
# Verifies on the operator's machine what tutorial 002 comes to: operator ADDRESS1 ADDRESS2 ADDRESS3
addresses=("$@")

holds "the authority's key is here" same_key "$PKI/ca.key" "$PKI/ca.crt"

saved=$("$QUORATE" --dial-timeout 10s snapshot save "$PKI/../tutorial.db" 2>&1)
holds "it says from which member it is" grep -q 'from etcd[123] ' <<<"$saved"
same "the snapshot's mode" "$(stat -c %a "$PKI/../tutorial.db")" 600
holds "the snapshot is whole" "$QUORATE" snapshot verify "$PKI/../tutorial.db"

serial() { openssl x509 -noout -serial; }
served() { shown "$1:$2" | serial; }
process() { host "etcd$1" systemctl show -p MainPID --value etcd; }

host() { ssh -F "$HOME/.ssh/config" "$1" "${@:2}"; }

# Somebody writes all the time, with etcdctl and a certificate of before, and notes what was acknowledged and what was not.
for each in etcdctl.pem etcdctl-key.pem; do cp "$PKI/$each" "$PKI/../writer-$each"; done
reached=("${addresses[@]}")
anywhere() {
    etcdctl --endpoints "$(printf 'https://%s:2379\n' "${reached[@]}" | paste -sd,)" --cacert "$PKI/ca.crt" \
        --cert "$PKI/../writer-etcdctl.pem" --key "$PKI/../writer-etcdctl-key.pem" "$@"
}
acknowledged=$PKI/../acknowledged refused=$PKI/../refused
rm -f "$PKI/../written-enough"
truncate -s 0 "$acknowledged" "$refused"
for ((write = 1; ; write++)); do
    if [[ -e $PKI/../written-enough ]]; then break; fi
    if [[ $(anywhere put "renewal/$write" "$write" 2>&1) = OK ]]; then echo "renewal/$write" >>"$acknowledged"; else echo "$write" >>"$refused"; fi
done &
writer=$!

# Renewal: what members show to clients and to peers is new without a restart, and still works after one.
before=$(served "${addresses[0]}" 2379)
processes=$(process 1)$(process 2)$(process 3)
holds "renewing" "$QUORATE" pki renew --all
holds "distributing" "$QUORATE" cluster up --file "$FILE" --yes
for each in 1 2 3; do
    for port in 2379 2380; do
        same "what etcd$each shows on $port" "$(served "${addresses[each - 1]}" $port)" "$(serial <"$PKI/etcd$each.pem")"
    done
done
fails "it is the old one" test "$before" = "$(served "${addresses[0]}" 2379)"
same "processes" "$(process 1)$(process 2)$(process 3)" "$processes"
same "writes that were refused meanwhile" "$(paste -sd' ' "$refused")" ""
holds "writes meanwhile" test "$(wc -l <"$acknowledged")" -ge 10
for each in 1 2 3; do holds "etcd$each starts again" host "etcd$each" systemctl restart etcd; done
same "healthy endpoints" "$("$QUORATE" endpoint health --cluster 2>&1 | grep -c ' is healthy: ')" 3
touch "$PKI/../written-enough"
wait "$writer"
same "writes that were acknowledged and lost" \
    "$(comm -23 <(sort "$acknowledged") <(anywhere get renewal/ --prefix --keys-only | grep . | sort) | paste -sd' ')" ""

# A fourth member. With the names of all members in each certificate all are renewed, and no member is restarted for it.
fourth=$PKI/../four.yaml
sed "s/^    names: \[etcd3.vagrant]$/&\n  - name: etcd4\n    address: $SPARE\n    names: [etcd4.vagrant]/" "$FILE" >"$fourth"
echo "$SPARE etcd4.vagrant" >>"$NAMES"
for each in etcd1 etcd2 etcd3 "$SPARE"; do host "$each" "cat >/etc/hosts" <"$NAMES"; done
configured() { for each in 1 2 3; do host "etcd$each" cat /etc/etcd/etcd.conf.yml /etc/systemd/system/etcd.service; done | sha256sum; }
processes=$(process 1)$(process 2)$(process 3)
configurations=$(configured)
serials=$(for each in 1 2 3; do served "${addresses[each - 1]}" 2379; done)

holds "a fourth member" "$QUORATE" cluster up --file "$fourth" --yes
members 4 anywhere
reached+=("$SPARE")
same "healthy endpoints with the fourth" "$(anywhere endpoint health 2>&1 | grep -c ' is healthy: ')" 4
for address in "${addresses[@]}" "$SPARE"; do
    for port in 2379 2380; do
        holds "$address:$port has the name of the fourth" grep -qw DNS:etcd4.vagrant <(names <(shown "$address:$port"))
    done
done
same "serials that are as before" "$(comm -12 <(sort <<<"$serials") <(for each in 1 2 3; do served "${addresses[each - 1]}" 2379; done | sort))" ""
same "processes with the fourth" "$(process 1)$(process 2)$(process 3)" "$processes"
same "configurations of the others" "$(configured)" "$configurations"
holds "it joined those that were there" grep -qE '^initial-cluster-state: "?existing' <(host "$SPARE" cat /etc/etcd/etcd.conf.yml)
reached=("${addresses[@]}")

holds "taking it off" "$QUORATE" cluster down --file "$fourth" --member etcd4 --yes
holds "as before" "$QUORATE" cluster up --file "$FILE" --yes
members 3 anywhere
