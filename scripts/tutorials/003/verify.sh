# shellcheck shell=bash
# Verifies on a host what tutorial 003 sets up: verify NUMBER ADDRESS1 ... ADDRESS6
number=$1
shift
addresses=("$@")
address=${addresses[number - 1]}
host=k8s0etcd$number
pki=/etc/etcd/pki
certificate=$pki/$host.crt
authority=$pki/etcd-ca.crt

for program in etcd etcdctl etcdutl; do owned "$program" "/usr/local/bin/$program" 755 root:adm; done
holds "version" grep -q 'etcd Version: 3\.5\.16' <(etcd --version)

same "the authority's key" "$(key_of $authority)" secp521r1
same "the authority's days" "$(days $authority)" 7305
same "the authority's subject" "$(subject $authority)" "CN=etcd.kloud.lan,OU=etcd-ca,O=ETCDRootCA,L=Montreal,ST=QC,C=CA"
holds "it is an authority" grep -q 'CA:TRUE' <(openssl x509 -in $authority -noout -text)
same "key" "$(key_of "$certificate")" prime256v1
same "days" "$(days "$certificate")" 365
same "subject" "$(subject "$certificate")" "CN=$host.kloud.lan,OU=IT,O=$host,L=Montreal,ST=QC,C=CA"
same "names" "$(names "$certificate")" \
    "$(sorted DNS:localhost 'DNS:*.localhost' "DNS:$host" "DNS:$host.kloud.lan" IP:127.0.0.1 "IP:$address")"
same "usages of the key" "$(openssl x509 -in "$certificate" -noout -ext keyUsage | sed '1d; s/^ *//')" \
    "Digital Signature, Non Repudiation, Key Encipherment, Data Encipherment, Key Agreement"
holds "is for both sides" grep -q 'TLS Web Client Authentication, TLS Web Server Authentication\|TLS Web Server Authentication, TLS Web Client Authentication' <(usages "$certificate")
pair "$certificate" "$pki/$host.key" $authority
owned "key" "$pki/$host.key" 600 etcd:etcd
same "nothing else is in $pki" "$(find $pki -type f -printf '%f\n' | sort | paste -sd' ')" "$(sorted etcd-ca.crt "$host.crt" "$host.key")"
no_keys_elsewhere
owned "data" /var/lib/etcd 700 etcd:etcd
owned "tree" /etc/etcd 755 etcd:etcd

yaml=/etc/etcd/etcd.conf
initial=$(sed -n 's/^initial-cluster: "\(.*\)"$/\1/p' $yaml)
for each in 1 2 3 4 5 6; do
    holds "member $each" grep -q "\(^\|,\)k8s0etcd$each=https://${addresses[each - 1]}:2380\(,\|$\)" <<<"$initial"
    same "k8s0etcd$each.kloud.lan resolves" "$(getent hosts "k8s0etcd$each.kloud.lan" | awk '{ print $1 }')" "${addresses[each - 1]}"
done
same "members in it" "$(tr ',' '\n' <<<"$initial" | sort -u | wc -l)" 6
holds "name" grep -qx "name: $host" $yaml

serves etcd etcd
for line in 'After=network.target' 'StartLimitIntervalSec=0s' 'User=etcd' 'Type=notify' 'Restart=on-failure' 'RestartSec=10s' 'LimitNOFILE=40000'; do
    holds "$line" grep -qxF "$line" "$(systemctl show -p FragmentPath --value etcd)"
done
# Where the host itself may not have so many, as in a container, systemd gives what there is.
same "open files" "$(systemctl show -p LimitNOFILE --value etcd)" 40000
pid=$(systemctl show -p MainPID --value etcd)
most=$(ulimit -Hn)
[[ $most = unlimited || $most -gt 40000 ]] && most=40000
holds "$most of them in effect" grep -qE "^Max open files +$most " "/proc/$pid/limits"

ctl() {
    etcdctl --endpoints "$(for each in "${addresses[@]}"; do printf 'https://%s:2379,' "$each"; done | sed 's/,$//')" \
        --cacert $authority --cert "$certificate" --key "$pki/$host.key" "$@"
}
members 6 ctl
holds "health" ctl endpoint health
same "leaders" "$(ctl endpoint status | grep -c ', true, false, ')" 1
same "terms" "$(ctl endpoint status | cut -d, -f7 | sort -u | wc -l)" 1
holds "health without certificate, on the port for metrics" grep -q '"health":"true"' <(curl -sf "http://$address:2381/health")
holds "metrics" grep -q '^etcd_server_has_leader 1' <(curl -sf "http://$address:2381/metrics")
fails "health without certificate, on the port for clients" curl -sf --cacert $authority "https://$address:2379/health"
handshake() { openssl s_client -connect "$address:2379" -CAfile $authority -cert "$certificate" -key "$pki/$host.key" "$@" </dev/null; }
fails "TLS 1.1" handshake -tls1_1
holds "TLS 1.2" handshake -tls1_2
holds "TLS 1.3" handshake -tls1_3
