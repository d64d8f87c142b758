# shellcheck shell=bash disable=SC2154 # scripts/bench assigns what is used here
# Bare hosts to a healthy cluster with mutual TLS: cluster up beside a shell loop as people write it, on the same hosts in the
# same run, with etcd copied from this machine by both. The loop goes from host to host; only the starts do not wait.
# Sourced by scripts/bench, whose functions and variables it uses: root, quorate, work, say, once, row.

hosts_ssh() { ssh -q -F "$hosts_folder/ssh_config" "$@"; }
hosts_names() { seq -f 'etcd%g' "$1"; }
hosts_address() { "$root/scripts/testhosts" list | awk -v host="$1" '$1 == host { print $2 }'; }

hosts_loop() {
    local count=$1 name address initial='' each folder=$work/loop
    rm -rf "$folder" && mkdir "$folder" && cd "$folder" || return
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout ca.key -subj /CN=ca -days 3650 -out ca.crt
    for name in $(hosts_names "$count"); do initial+=",$name=https://$(hosts_address "$name"):2380"; done
    for name in $(hosts_names "$count"); do
        address=$(hosts_address "$name")
        for each in server peer; do
            openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout "$name-$each.key" -subj "/CN=$name" -out "$name-$each.csr"
            openssl x509 -req -in "$name-$each.csr" -CA ca.crt -CAkey ca.key -CAcreateserial -days 365 -out "$name-$each.crt" \
                -extfile <(echo "subjectAltName=DNS:localhost,DNS:$name,IP:127.0.0.1,IP:$address")
        done
        scp -q -F "$hosts_folder/ssh_config" "$hosts_etcd"/etcd "$hosts_etcd"/etcdctl "$hosts_etcd"/etcdutl "$name:/usr/local/bin/"
        hosts_ssh "$name" "useradd --system --user-group --no-create-home etcd; mkdir -p /etc/etcd/pki /var/lib/etcd; chmod 700 /var/lib/etcd"
        scp -q -F "$hosts_folder/ssh_config" ca.crt "$name:/etc/etcd/pki/ca.crt"
        for each in server.crt server.key peer.crt peer.key; do
            scp -q -F "$hosts_folder/ssh_config" "$name-$each" "$name:/etc/etcd/pki/$each"
        done
        hosts_settings "$name" "$address" "${initial#,}" | hosts_ssh "$name" "cat >/etc/default/etcd"
        hosts_unit | hosts_ssh "$name" "cat >/etc/systemd/system/etcd.service"
        hosts_ssh "$name" "chown -R etcd:etcd /etc/etcd /var/lib/etcd; systemctl daemon-reload; systemctl enable -q etcd; systemctl start --no-block etcd"
    done
    for name in $(hosts_names "$count"); do
        until hosts_ssh "$name" "etcdctl --endpoints https://127.0.0.1:2379 --cacert /etc/etcd/pki/ca.crt --cert /etc/etcd/pki/server.crt --key /etc/etcd/pki/server.key endpoint health"; do sleep 0.2; done
    done
}

hosts_settings() {
    local name=$1 address=$2 initial=$3
    cat <<EOF
ETCD_NAME=$name
ETCD_DATA_DIR=/var/lib/etcd
ETCD_LISTEN_PEER_URLS=https://$address:2380
ETCD_LISTEN_CLIENT_URLS=https://$address:2379,https://127.0.0.1:2379
ETCD_ADVERTISE_CLIENT_URLS=https://$address:2379
ETCD_INITIAL_ADVERTISE_PEER_URLS=https://$address:2380
ETCD_INITIAL_CLUSTER=$initial
ETCD_INITIAL_CLUSTER_TOKEN=loop
ETCD_CERT_FILE=/etc/etcd/pki/server.crt
ETCD_KEY_FILE=/etc/etcd/pki/server.key
ETCD_CLIENT_CERT_AUTH=true
ETCD_TRUSTED_CA_FILE=/etc/etcd/pki/ca.crt
ETCD_PEER_CERT_FILE=/etc/etcd/pki/peer.crt
ETCD_PEER_KEY_FILE=/etc/etcd/pki/peer.key
ETCD_PEER_CLIENT_CERT_AUTH=true
ETCD_PEER_TRUSTED_CA_FILE=/etc/etcd/pki/ca.crt
EOF
}

hosts_unit() {
    printf '%s\n' '[Unit]' 'After=network-online.target' '[Service]' 'Type=notify' 'User=etcd' 'EnvironmentFile=/etc/default/etcd' \
        'ExecStart=/usr/local/bin/etcd' 'Restart=on-failure' '[Install]' 'WantedBy=multi-user.target'
}

hosts_file() {
    local name
    printf 'name: bench%s\ntoken: bench%s\nmembers:\n' "$1" "$1"
    for name in $(hosts_names "$1"); do printf '  - {name: %s, address: %s}\n' "$name" "$(hosts_address "$name")"; done
    printf 'etcd: {version: %s, source: %s}\n' "$(basename "$hosts_etcd")" "$hosts_etcd"
    printf 'ssh: {user: root, identity: %s, known-hosts: %s}\n' "$hosts_folder/key" "$hosts_folder/known_hosts"
}

hosts_bare() { "$root/scripts/testhosts" reset >/dev/null; }

hosts_row() {
    local count=$1 loop ours
    "$root/scripts/testhosts" up "$count" >/dev/null
    hosts_file "$count" >"$work/hosts.yaml"
    hosts_bare
    loop=$(once hosts_loop "$count")
    hosts_bare
    ours=$(once "$quorate" cluster up --file "$work/hosts.yaml" --yes)
    row "$count bare hosts to a healthy cluster (beside a shell loop)" "$loop" "$ours"
}

bench_hosts() {
    if ! "$root/scripts/testhosts" able 2>/dev/null; then
        say "real hosts: not measured, they need root"
        return
    fi
    if [[ -z $("$root/scripts/testhosts" list) ]]; then hosts_ours=yes; fi
    hosts_folder=$("$root/scripts/testhosts" folder)
    hosts_etcd=$("$root/scripts/fetch-etcd" 3.5.30)
    hosts_row 3
    hosts_row 6
}

# Hosts that were there before stay.
hosts_end() {
    if [[ -n ${hosts_ours:-} ]]; then "$root/scripts/testhosts" down; fi
}
