# shellcheck shell=bash
# Verifies on the operator's machine what tutorial 002 comes to: operator ADDRESS1 ADDRESS2 ADDRESS3
addresses=("$@")

holds "the authority's key is here" same_key "$PKI/ca.key" "$PKI/ca.crt"

saved=$("$QUORATE" --dial-timeout 10s snapshot save "$PKI/../tutorial.db" 2>&1)
holds "it says from which member it is" grep -q 'from etcd[123] ' <<<"$saved"
same "the snapshot's mode" "$(stat -c %a "$PKI/../tutorial.db")" 600
holds "the snapshot is whole" "$QUORATE" snapshot verify "$PKI/../tutorial.db"

serial() { openssl x509 -noout -serial; }
served() { openssl s_client -connect "$1:$2" </dev/null 2>/dev/null | serial; }
process() { ssh -F "$HOME/.ssh/config" "etcd$1" systemctl show -p MainPID --value etcd; }

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
for each in 1 2 3; do holds "etcd$each starts again" ssh -F "$HOME/.ssh/config" "etcd$each" systemctl restart etcd; done
same "healthy endpoints" "$("$QUORATE" endpoint health --cluster 2>&1 | grep -c ' is healthy: ')" 3
