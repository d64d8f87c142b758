#compdef quorate
# Completion of quorate for zsh, made by "quorate completion zsh". Commands, flags and choices are in here; names of the
# cluster's keys, members and the like are asked of the program, which answers within a second or not at all.

_quorate_at() { # what may stand at a place among the command words
    next=() also=() flags=() kinds=()
    case $1 in
    '')
        next=('connect:Moves to a cluster and checks that it answers' 'use:Moves to a saved context, now and at every later start' 'context:list, current, show, explain, save, delete' 'protect:Protects a context: what changes it is asked about, or refused' 'unprotect:Takes the protection from a context' 'unlock:Lets this console change the protected context for a while' 'set:Changes a setting until the console ends' 'unset:Takes back what set changed' 'get:Gets a key or a range of keys' 'put:Puts a key into the store' 'del:Deletes a key or a range of keys' 'txn:Runs requests as one transaction, read from standard input' 'compaction:Gives up the history before a revision' 'watch:Watches keys and writes what happens to them' 'lease:grant, revoke, timetolive, list, keep-alive' 'lock:Holds a lock, until interrupted or while a command runs' 'elect:Stands for election and leads until interrupted, or shows who leads' 'member:list, add, remove, update, promote' 'move-leader:Hands the lead to another member' 'auth:enable, disable, status' 'user:add, delete, get, list, passwd, grant-role, revoke-role' 'role:add, delete, get, list, grant-permission, revoke-permission' 'access:can' 'cluster:init, list, show, lint, import, export, adopt, plan, up, drift, restart, down' 'quorum:table' 'status:Shows every member of the cluster and whether there is a quorum' 'endpoint:status, health, hashkv' 'alarm:list, disarm' 'defrag:Gives free space of the database files back to the file system' 'downgrade:validate, enable, cancel' 'check:perf, datascale' 'make-mirror:Copies keys to another cluster and goes on with every change' 'snapshot:save, status, verify, restore' 'pki:init, unlock, lock, revoke, crl, issue, request, renew, import, export, list, expiring, show, verify, lint' 'host:facts, exec, logs, trust, copy-key' 'sandbox:up, down, status, start, stop, kill, pause, resume' 'history:Lists the lines typed for this cluster' 'help:Lists the commands, or tells of one' 'version:Prints the version of etcdctl it stands for, and of the API' 'completion:Prints the script that completes quorate in a shell' 'run:Runs the lines of a file' 'exit:Leaves the console, or ends the script')
        also=(compact)
        flags=('--command:runs these lines, separated by ; or line ends' '--set:fills in ${name}; may be repeated' '--keep-going:runs the lines after a failed one too' '--echo:shows each line before it runs' '--version:prints the version of Quorate')
        kinds=('--command=' '-c=' '--set=')
        ;;
    connect)
        flags=('--save:saves it as a context of this name, to use at every later start')
        kinds=('--save=' '*=live')
        ;;
    use)
        flags=('--none:leaves the context, for what the environment says')
        kinds=('1=live')
        ;;
    context)
        next=('list:Lists the saved contexts' 'current:Shows the name of the context in use' 'show:Shows what a context keeps' 'explain:Shows every setting in force and where it came from' 'save:Saves how the cluster is reached now, under a name' 'delete:Forgets a saved context; what else is kept of the cluster stays')
        also=(use)
        ;;
    'context list')
        ;;
    'context current')
        ;;
    'context show')
        kinds=('1=live')
        ;;
    'context explain')
        ;;
    'context save')
        kinds=('1=')
        ;;
    'context delete')
        kinds=('1=live')
        ;;
    'context use')
        flags=('--none:leaves the context, for what the environment says')
        kinds=('1=live')
        ;;
    protect)
        kinds=('1=live')
        ;;
    unprotect)
        kinds=('1=live')
        ;;
    unlock)
        kinds=('1=' '*=')
        ;;
    set)
        kinds=('1=:endpoints cacert cert key discovery-srv discovery-srv-name insecure-discovery insecure-transport insecure-skip-tls-verify user password-file dial-timeout command-timeout keepalive-time keepalive-timeout write-out hex debug yes dry-run' '2=')
        ;;
    unset)
        kinds=('1=:endpoints cacert cert key discovery-srv discovery-srv-name insecure-discovery insecure-transport insecure-skip-tls-verify user password-file dial-timeout command-timeout keepalive-time keepalive-timeout write-out hex debug yes dry-run')
        ;;
    get)
        flags=('--prefix:get all keys that begin with the key' '--from-key:get all keys from the key on, in byte order' '--keys-only:get the keys without their values' '--count-only:get the number of keys only' '--print-value-only:write values without their keys, in the simple format' '--limit:the most results, 0 for all' '--rev:the revision to read at, 0 for now' '--sort-by:what the results are sorted by' '--order:order of the results, ASCEND unless told' '--consistency:l: linearizable, agreed by a quorum; s: serializable, from one member, perhaps stale' '--min-create-rev:only keys created at this revision or later' '--max-create-rev:only keys created at this revision or earlier' '--min-mod-rev:only keys last changed at this revision or later' '--max-mod-rev:only keys last changed at this revision or earlier')
        kinds=('--limit=' '--rev=' '--sort-by=:KEY VERSION CREATE MODIFY VALUE' '--order=:ASCEND DESCEND' '--consistency=:l s' '--min-create-rev=' '--max-create-rev=' '--min-mod-rev=' '--max-mod-rev=' '1=live' '2=live')
        ;;
    put)
        flags=('--lease:the lease to hang the key on, its id in hexadecimal' '--ttl:seconds until the key goes: grants a lease for it' '--prev-kv:return what the key was before' '--ignore-value:keep the value the key has' '--ignore-lease:keep the lease the key has')
        kinds=('--lease=live' '--ttl=' '1=live' '2=')
        ;;
    del)
        flags=('--prefix:delete all keys that begin with the key' '--from-key:delete all keys from the key on, in byte order' '--range:delete the range from the key to the range end' '--prev-kv:return what is deleted')
        kinds=('1=live' '2=live')
        ;;
    txn)
        flags=('--interactive:write the name of each section before it is read')
        ;;
    compaction)
        flags=('--physical:wait until the old revisions are gone from the database')
        kinds=('1=')
        ;;
    watch)
        flags=('--interactive:read watches line by line' '--prefix:watch all keys that begin with the key' '--rev:the revision to begin at, 0 for what comes from now on' '--prev-kv:tell what the key was before each event' '--progress-notify:tell the revision from time to time while nothing happens')
        kinds=('--rev=' '*=live')
        ;;
    lease)
        next=('grant:Creates a lease' 'revoke:Ends a lease and deletes the keys attached to it' 'timetolive:Shows how long a lease has left' 'list:Lists the leases' 'keep-alive:Renews a lease until interrupted')
        ;;
    'lease grant')
        kinds=('1=')
        ;;
    'lease revoke')
        kinds=('1=live')
        ;;
    'lease timetolive')
        flags=('--keys:shows the keys attached to the lease')
        kinds=('1=live')
        ;;
    'lease list')
        ;;
    'lease keep-alive')
        flags=('--once:renews once and ends')
        kinds=('1=live')
        ;;
    lock)
        flags=('--ttl:how long the lock outlives a console that died')
        kinds=('--ttl=' '1=live' '*=')
        ;;
    elect)
        flags=('--listen:only shows who leads')
        kinds=('1=live' '2=')
        ;;
    member)
        next=('list:Lists the members of the cluster' 'add:Adds a member, which counts as a vote before it has started' 'remove:Removes a member for good' 'update:Changes the URLs its peers reach a member at' 'promote:Gives a learner a vote once it has caught up')
        ;;
    'member list')
        flags=('--consistency:linearizable (l), or serializable (s), which works without a quorum')
        kinds=('--consistency=:l s')
        ;;
    'member add')
        flags=('--peer-urls:comma list of URLs its peers reach the member at' '--learner:adds it without a vote until it is promoted')
        kinds=('--peer-urls=' '1=')
        ;;
    'member remove')
        kinds=('1=live')
        ;;
    'member update')
        flags=('--peer-urls:comma list of URLs its peers reach the member at')
        kinds=('--peer-urls=' '1=live')
        ;;
    'member promote')
        kinds=('1=live')
        ;;
    move-leader)
        kinds=('1=live')
        ;;
    auth)
        next=('enable:Makes every client log in' 'disable:Lets every client in, without a login' 'status:Says whether clients must log in (etcd 3.5 and newer)')
        ;;
    'auth enable')
        ;;
    'auth disable')
        ;;
    'auth status')
        ;;
    user)
        next=('add:Adds a user' 'delete:Deletes a user' 'get:Shows the roles of a user' 'list:Lists the users' 'passwd:Changes the password of a user' 'grant-role:Gives a user a role' 'revoke-role:Takes a role from a user')
        ;;
    'user add')
        flags=('--interactive:asks for the password twice; =false reads a line of standard input' '--new-user-password:the password, for all who see the line' '--no-password:the user logs in as the common name of a certificate only')
        kinds=('--new-user-password=' '1=')
        ;;
    'user delete')
        kinds=('1=live')
        ;;
    'user get')
        flags=('--detail:shows the permissions of each role too')
        kinds=('1=live')
        ;;
    'user list')
        ;;
    'user passwd')
        flags=('--interactive:asks for the password twice; =false reads a line of standard input')
        kinds=('1=live')
        ;;
    'user grant-role')
        kinds=('1=live' '2=live')
        ;;
    'user revoke-role')
        kinds=('1=live' '2=live')
        ;;
    role)
        next=('add:Adds a role, which permits nothing yet' 'delete:Deletes a role' 'get:Shows what a role permits' 'list:Lists the roles' 'grant-permission:Lets a role read or write keys' 'revoke-permission:Takes keys from a role')
        ;;
    'role add')
        kinds=('1=')
        ;;
    'role delete')
        kinds=('1=live')
        ;;
    'role get')
        kinds=('1=live')
        ;;
    'role list')
        ;;
    'role grant-permission')
        flags=('--prefix:grants all keys that begin with the key' '--from-key:grants all keys from the key on, in byte order')
        kinds=('1=live' '2=:read write readwrite' '3=live' '4=live')
        ;;
    'role revoke-permission')
        flags=('--prefix:revokes all keys that begin with the key' '--from-key:revokes all keys from the key on, in byte order')
        kinds=('1=live' '2=live' '3=live')
        ;;
    access)
        next=('can:Says whether a user may read or write keys, and by which role')
        ;;
    'access can')
        flags=('--prefix:asks about all keys that begin with the key' '--from-key:asks about all keys from the key on, in byte order')
        kinds=('1=live' '2=:read write' '3=live' '4=live')
        ;;
    cluster)
        next=('init:Writes the file of a new cluster, with every setting in its place' 'list:Lists the clusters that have a file' 'show:Shows what a cluster should be, member by member' 'lint:Finds the faults of a cluster file and says what an expert would' 'import:Writes the file of a new cluster of what another tool or a member'\''s files tell' 'export:Writes what other tools need to know of a cluster' 'adopt:Writes the file of a cluster that runs already' 'plan:Shows what it takes to make the hosts what the cluster file says' 'up:Takes hosts to a healthy cluster, or brings back what is missing of it' 'drift:Tells where the hosts differ from the cluster file' 'restart:Restarts members one after another while the others serve' 'down:Takes a cluster off its hosts, or one member of it')
        also=(quorum-table)
        ;;
    'cluster init')
        flags=('--member:a member, and what SSH connects to if not its address' '--like:takes the settings of a well-known way of building a cluster' '--etcd-version:the etcd to run' '--ssh-user:who logs in to the hosts' '--file:the cluster file, instead of the one kept under its name' '--force:replaces a file that is there; it stays beside as .before' '--print:writes the file to standard output instead')
        kinds=('--member=' '--like=:000 001 002 003 004' '--etcd-version=' '--ssh-user=' '--file=file' '1=')
        ;;
    'cluster list')
        ;;
    'cluster show')
        flags=('--file:the cluster file, instead of the one kept under its name' '--member:shows the configuration that this member will get')
        kinds=('--file=file' '--member=' '1=live')
        ;;
    'cluster lint')
        flags=('--file:the cluster file, instead of the one kept under its name' '--no-resolve:asks no name server')
        kinds=('--file=file' '1=live')
        ;;
    'cluster import')
        flags=('--as:what the source is, if its looks do not tell' '--group:group of the Ansible inventory; etcd if there is one' '--hcloud:asks hcloud for the servers' '--selector:asks hcloud for the servers with these labels' '--like:takes the settings of a well-known way of building a cluster' '--etcd-version:the etcd to run' '--ssh-user:who logs in to the hosts' '--file:the cluster file, instead of the one kept under its name' '--force:replaces a file that is there; it stays beside as .before' '--print:writes the file to standard output instead')
        kinds=('--as=:hcloud ansible table' '--group=' '--selector=' '--like=:000 001 002 003 004' '--etcd-version=' '--ssh-user=' '--file=file' '1=' '2=file')
        ;;
    'cluster export')
        flags=('--file:the cluster file, instead of the one kept under its name')
        kinds=('--file=file' '1=:kubeadm environment aliases ansible ssh-config' '2=live')
        ;;
    'cluster adopt')
        flags=('--host:what SSH connects to for a member, if not the address of its URL' '--unit:the unit that starts etcd, if it is not found' '--ssh-user:who logs in to the hosts' '--accept-new:remembers unknown host keys without asking' '--file:the cluster file, instead of the one kept under its name' '--force:replaces a file that is there; it stays beside as .before' '--print:writes the file to standard output instead')
        kinds=('--host=live' '--unit=' '--ssh-user=' '--file=file' '1=')
        ;;
    'cluster plan')
        flags=('--file:the cluster file, instead of the one kept under its name' '--park:moves data of another etcd aside where a member is to be' '--allow-outage:restarts a member although the cluster has no quorum until it is back')
        kinds=('--file=file' '1=live')
        ;;
    'cluster up')
        flags=('--file:the cluster file, instead of the one kept under its name' '--park:moves data of another etcd aside where a member is to be' '--allow-outage:restarts a member although the cluster has no quorum until it is back' '--passphrase-file:takes the passphrase from the first line of this file' '--passphrase-env:takes the passphrase from this variable')
        kinds=('--file=file' '--passphrase-file=file' '--passphrase-env=' '1=live')
        ;;
    'cluster drift')
        flags=('--file:the cluster file, instead of the one kept under its name')
        kinds=('--file=file' '1=live')
        ;;
    'cluster restart')
        flags=('--file:the cluster file, instead of the one kept under its name' '--member:only this member; may be given several times' '--allow-outage:restarts a member although the cluster has no quorum until it is back')
        kinds=('--file=file' '--member=live' '1=live')
        ;;
    'cluster down')
        flags=('--file:the cluster file, instead of the one kept under its name' '--member:only this member; the others live on' '--purge:deletes the data of the members, for good' '--last:says that it may be the last member there is')
        kinds=('--file=file' '--member=live' '1=live')
        ;;
    'cluster quorum-table')
        flags=('--up-to:the largest cluster of the table')
        kinds=('--up-to=')
        ;;
    quorum)
        next=('table:Shows how many votes clusters of each size need and how many failures they survive')
        ;;
    'quorum table')
        flags=('--up-to:the largest cluster of the table')
        kinds=('--up-to=')
        ;;
    status)
        ;;
    endpoint)
        next=('status:Shows how each endpoint stands' 'health:Checks that each endpoint can commit' 'hashkv:Shows the hash of each endpoint'\''s key history')
        ;;
    'endpoint status')
        flags=('--cluster:asks all endpoints of the member list instead of the session'\''s')
        ;;
    'endpoint health')
        flags=('--cluster:asks all endpoints of the member list instead of the session'\''s')
        ;;
    'endpoint hashkv')
        flags=('--cluster:asks all endpoints of the member list instead of the session'\''s' '--rev:revision to hash up to; 0 for the newest')
        kinds=('--rev=')
        ;;
    alarm)
        next=('list:Lists the alarms that are raised' 'disarm:Disarms every alarm')
        ;;
    'alarm list')
        ;;
    'alarm disarm')
        ;;
    defrag)
        flags=('--cluster:defragments all endpoints of the member list instead of the session'\''s')
        ;;
    downgrade)
        next=('validate:Checks whether the cluster could go down to a version' 'enable:Lets members of an older version join, to go down to it' 'cancel:Ends a downgrade that was enabled')
        ;;
    'downgrade validate')
        kinds=('1=')
        ;;
    'downgrade enable')
        kinds=('1=')
        ;;
    'downgrade cancel')
        ;;
    check)
        next=('perf:Writes for a minute and says whether the cluster bears the load' 'datascale:Writes many keys and says how much memory they take')
        ;;
    'check perf')
        flags=('--load:how much: s (small), m (medium), l (large), xl (xLarge)' '--prefix:prefix of the keys that are written' '--auto-compact:compacts the history up to the end of the check afterwards' '--auto-defrag:defragments the endpoints afterwards, one after another')
        kinds=('--load=:s m l xl' '--prefix=')
        ;;
    'check datascale')
        flags=('--load:how much: s (small), m (medium), l (large), xl (xLarge)' '--prefix:prefix of the keys that are written' '--auto-compact:compacts the history up to the end of the check afterwards' '--auto-defrag:defragments the endpoints afterwards, one after another')
        kinds=('--load=:s m l xl' '--prefix=')
        ;;
    make-mirror)
        flags=('--prefix:mirrors the keys with this prefix only' '--dest-prefix:prefix at the destination, instead of the one here' '--no-dest-prefix:leaves the prefix out at the destination' '--rev:goes on from this revision, without copying what was there before' '--max-txn-ops:most operations in a transaction, as the destination allows' '--dest-cert:client certificate for the destination' '--dest-key:key of the client certificate for the destination' '--dest-cacert:certificates of the authorities to trust for the destination' '--dest-insecure-transport:no TLS to the destination, unless files ask for it' '--dest-user:user at the destination; the password is asked for where left out' '--dest-password:password of that user')
        kinds=('--prefix=live' '--dest-prefix=live' '--rev=' '--max-txn-ops=' '--dest-cert=file' '--dest-key=file' '--dest-cacert=file' '--dest-user=' '--dest-password=' '1=')
        ;;
    snapshot)
        next=('save:Saves all data of a member into a file' 'status:Shows hash, revision, keys and size of a snapshot' 'verify:Checks that a snapshot is whole: its SHA-256, its pages, its keys' 'restore:Makes the data directory of a new member from a snapshot')
        ;;
    'snapshot save')
        kinds=('1=live')
        ;;
    'snapshot status')
        kinds=('1=live')
        ;;
    'snapshot verify')
        kinds=('1=live')
        ;;
    'snapshot restore')
        flags=('--data-dir:where the member'\''s data goes; NAME.etcd where left out' '--wal-dir:where the write-ahead log goes; within the data directory where left out' '--name:name of the member' '--initial-cluster:all members of the new cluster: NAME=URL,...' '--initial-cluster-token:tells clusters apart; a new one keeps members of the old from joining' '--initial-advertise-peer-urls:where the other members reach this one' '--skip-hash-check:takes a file without SHA-256, as a copy from a data directory is' '--bump-revision:how much to raise the newest revision, so that it never goes back' '--mark-compacted:has clients read anew after --bump-revision, which needs it' '--initial-memory-map-size:bytes etcd maps of the database; 0 leaves it to etcd')
        kinds=('--data-dir=directory' '--wal-dir=directory' '--name=' '--initial-cluster=' '--initial-cluster-token=' '--initial-advertise-peer-urls=' '--bump-revision=' '--initial-memory-map-size=' '1=live')
        ;;
    pki)
        next=('init:Makes a certificate authority' 'unlock:Keeps the CA'\''s key unlocked in this console for a time' 'lock:Forgets the CA'\''s passphrase' 'revoke:Takes a certificate back and writes the revocation list' 'crl:Writes the revocation list anew, with a later end' 'issue:Makes certificates: one by its name, or all of a cluster' 'request:Makes a key and a request for a CA that lives elsewhere' 'renew:Makes certificates again, with the names and usages they have' 'import:Takes in a CA or a certificate that another program made' 'export:Writes a certificate with its key and CA for another program' 'list:Lists all certificates, those in the PKI or those really served' 'expiring:Lists the certificates that end soon, the CA'\''s among them' 'show:Shows all that stands in a certificate' 'verify:Checks a certificate against its key and its CA' 'lint:Checks every name, usage, key, date and permission, with remedies')
        ;;
    'pki init')
        flags=('--directory:the PKI'\''s folder; the cluster'\''s own where left out' '--file:the cluster file; the cluster'\''s own where left out' '--subject:as /C=CA/O=etcd/CN=etcd CA; CN=etcd CA where left out' '--key-type:kind and size of the key' '--days:how long it is valid: 7305, 7305d or 43800h' '--path-length:CAs that may stand below it: a number, or any' '--san:names in the CA'\''s own certificate; it needs none' '--from:takes subject and key type from a cfssl or openssl request file' '--crl-url:where the revocation list can be had' '--issuer-url:where the CA'\''s certificate can be had' '--ocsp-url:where OCSP is answered' '--digest:of the signature; by the strength of the CA'\''s key where left out' '--encrypt:stores the key under a passphrase, asked for unless given' '--passphrase-file:takes the passphrase from the first line of this file' '--passphrase-env:takes the passphrase from this variable' '--certificate-file:name of the certificate'\''s file' '--key-file:name of the key'\''s file' '--replace:makes a new CA in place of the one there is, which is parked beside')
        kinds=('--directory=directory' '--file=file' '--subject=' '--key-type=:rsa-2048 rsa-3072 rsa-4096 ec-p256 ec-p384 ec-p521 ed25519' '--days=' '--path-length=' '--san=' '--from=file' '--crl-url=' '--issuer-url=' '--ocsp-url=' '--digest=:sha256 sha384 sha512' '--passphrase-file=file' '--passphrase-env=' '--certificate-file=' '--key-file=')
        ;;
    'pki unlock')
        flags=('--directory:the PKI'\''s folder; the cluster'\''s own where left out' '--for:how long this console keeps the key unlocked' '--passphrase-file:takes the passphrase from the first line of this file' '--passphrase-env:takes the passphrase from this variable')
        kinds=('--directory=directory' '--for=' '--passphrase-file=file' '--passphrase-env=')
        ;;
    'pki lock')
        flags=('--directory:the PKI'\''s folder; the cluster'\''s own where left out')
        kinds=('--directory=directory')
        ;;
    'pki revoke')
        flags=('--directory:the PKI'\''s folder; the cluster'\''s own where left out' '--reason:why it is taken back' '--list-days:how long the list is valid' '--passphrase-file:takes the passphrase from the first line of this file' '--passphrase-env:takes the passphrase from this variable')
        kinds=('--directory=directory' '--reason=:unspecified key-compromise affiliation-changed superseded cessation-of-operation' '--list-days=' '--passphrase-file=file' '--passphrase-env=' '1=live')
        ;;
    'pki crl')
        flags=('--directory:the PKI'\''s folder; the cluster'\''s own where left out' '--list-days:how long the list is valid' '--passphrase-file:takes the passphrase from the first line of this file' '--passphrase-env:takes the passphrase from this variable')
        kinds=('--directory=directory' '--list-days=' '--passphrase-file=file' '--passphrase-env=')
        ;;
    'pki issue')
        flags=('--directory:the PKI'\''s folder; the cluster'\''s own where left out' '--file:the cluster file; the cluster'\''s own where left out' '--profile:server, peer, client, combined, or one of the signing policy' '--policy:cfssl'\''s ca-config.json with profiles; the imported one where left out' '--from:a request to sign, or a cfssl or openssl request file to follow' '--san:names and addresses it is reached by' '--subject:as /O=etcd/CN={member}; {name}, {member} and {role} are filled in' '--key-type:kind and size of the key; ec-p256' '--key-encoding:how the key is written; pkcs8' '--days:how long it is valid; 365d' '--certificate-file:as {name}.crt or {member}.pem' '--key-file:as {name}.key or {member}-key.pem' '--key-usage:instead of the profile'\''s' '--extended-key-usage:instead of the profile'\''s' '--crl-url:where the revocation list can be had' '--issuer-url:where the CA'\''s certificate can be had' '--ocsp-url:where OCSP is answered' '--digest:of the signature; by the strength of the CA'\''s key where left out' '--passphrase-file:takes the passphrase from the first line of this file' '--passphrase-env:takes the passphrase from this variable' '--mode:which certificates the members have' '--member:a member, its names and addresses; public: before those only clients use' '--loopback:names by which a host reaches itself; localhost,127.0.0.1,::1 where left out' '--extra-san:names in every certificate clients see: a load balancer'\''s' '--client:a client certificate; its name may be that of an etcd user')
        kinds=('--directory=directory' '--file=file' '--profile=:server peer client combined' '--policy=file' '--from=file' '--san=' '--subject=' '--key-type=:rsa-2048 rsa-3072 rsa-4096 ec-p256 ec-p384 ec-p521 ed25519' '--key-encoding=:pkcs8 pkcs1 sec1' '--days=' '--certificate-file=' '--key-file=' '--key-usage=:digitalSignature nonRepudiation keyEncipherment dataEncipherment keyAgreement keyCertSign cRLSign encipherOnly decipherOnly' '--extended-key-usage=:serverAuth clientAuth codeSigning emailProtection timeStamping OCSPSigning anyExtendedKeyUsage' '--crl-url=' '--issuer-url=' '--ocsp-url=' '--digest=:sha256 sha384 sha512' '--passphrase-file=file' '--passphrase-env=' '--mode=:per-member one-for-all shared-names combined cluster-server shared-pair' '--member=' '--loopback=' '--extra-san=' '--client=' '1=live')
        ;;
    'pki request')
        flags=('--directory:the PKI'\''s folder; the cluster'\''s own where left out' '--file:the cluster file; the cluster'\''s own where left out' '--profile:server, peer, client, combined, or one of the signing policy' '--policy:cfssl'\''s ca-config.json with profiles; the imported one where left out' '--from:a request to sign, or a cfssl or openssl request file to follow' '--san:names and addresses it is reached by' '--subject:as /O=etcd/CN={member}; {name}, {member} and {role} are filled in' '--key-type:kind and size of the key; ec-p256' '--key-encoding:how the key is written; pkcs8' '--days:how long it is valid; 365d' '--certificate-file:as {name}.crt or {member}.pem' '--key-file:as {name}.key or {member}-key.pem' '--key-usage:instead of the profile'\''s' '--extended-key-usage:instead of the profile'\''s' '--crl-url:where the revocation list can be had' '--issuer-url:where the CA'\''s certificate can be had' '--ocsp-url:where OCSP is answered' '--digest:of the signature; by the strength of the CA'\''s key where left out' '--passphrase-file:takes the passphrase from the first line of this file' '--passphrase-env:takes the passphrase from this variable')
        kinds=('--directory=directory' '--file=file' '--profile=:server peer client combined' '--policy=file' '--from=file' '--san=' '--subject=' '--key-type=:rsa-2048 rsa-3072 rsa-4096 ec-p256 ec-p384 ec-p521 ed25519' '--key-encoding=:pkcs8 pkcs1 sec1' '--days=' '--certificate-file=' '--key-file=' '--key-usage=:digitalSignature nonRepudiation keyEncipherment dataEncipherment keyAgreement keyCertSign cRLSign encipherOnly decipherOnly' '--extended-key-usage=:serverAuth clientAuth codeSigning emailProtection timeStamping OCSPSigning anyExtendedKeyUsage' '--crl-url=' '--issuer-url=' '--ocsp-url=' '--digest=:sha256 sha384 sha512' '--passphrase-file=file' '--passphrase-env=' '1=live')
        ;;
    'pki renew')
        flags=('--directory:the PKI'\''s folder; the cluster'\''s own where left out' '--all:renews every certificate' '--within:those that end within this time' '--new-key:makes a new key too' '--ca:renews the CA'\''s own certificate, with its key, so that all it signed stays valid' '--passphrase-file:takes the passphrase from the first line of this file' '--passphrase-env:takes the passphrase from this variable')
        kinds=('--directory=directory' '--within=' '--passphrase-file=file' '--passphrase-env=' '*=live')
        ;;
    'pki import')
        flags=('--directory:the PKI'\''s folder; the cluster'\''s own where left out' '--name:what to call it; as its file where left out' '--profile:what it is for; as its usages tell where left out' '--policy:cfssl'\''s ca-config.json with profiles; the imported one where left out' '--replace:takes in another CA in place of the one there is, which is parked beside' '--passphrase-file:takes the passphrase from the first line of this file' '--passphrase-env:takes the passphrase from this variable')
        kinds=('--directory=directory' '--name=' '--profile=:server peer client combined' '--policy=file' '--passphrase-file=file' '--passphrase-env=' '1=file' '2=file')
        ;;
    'pki export')
        flags=('--directory:the PKI'\''s folder; the cluster'\''s own where left out' '--format:one PEM file, one PKCS#12 file, or kubeadm'\''s files' '--to:the file or its folder, for kubeadm the folder; NAME.pem or NAME.p12 where left out' '--passphrase-file:takes the passphrase from the first line of this file' '--passphrase-env:takes the passphrase from this variable')
        kinds=('--directory=directory' '--format=:pem pkcs12 kubeadm' '--to=file' '--passphrase-file=file' '--passphrase-env=' '1=live')
        ;;
    'pki list')
        flags=('--directory:the PKI'\''s folder; the cluster'\''s own where left out' '--served:shakes hands with each member'\''s client and peer port and shows what it really serves')
        kinds=('--directory=directory')
        ;;
    'pki expiring')
        flags=('--directory:the PKI'\''s folder; the cluster'\''s own where left out' '--within:those that end within this time')
        kinds=('--directory=directory' '--within=')
        ;;
    'pki show')
        flags=('--directory:the PKI'\''s folder; the cluster'\''s own where left out')
        kinds=('--directory=directory' '1=live')
        ;;
    'pki verify')
        flags=('--directory:the PKI'\''s folder; the cluster'\''s own where left out' '--profile:what it is for' '--passphrase-file:takes the passphrase from the first line of this file' '--passphrase-env:takes the passphrase from this variable')
        kinds=('--directory=directory' '--profile=:server peer client combined' '--passphrase-file=file' '--passphrase-env=' '1=file' '2=file' '3=file')
        ;;
    'pki lint')
        flags=('--directory:the PKI'\''s folder; the cluster'\''s own where left out' '--file:the cluster file; the cluster'\''s own where left out' '--member:a member, its names and addresses; all that is known where left out' '--config:a member'\''s configuration: YAML, environment file, or its unit' '--offline:asks no member of the cluster')
        kinds=('--directory=directory' '--file=file' '--member=' '--config=file')
        ;;
    host)
        next=('facts:Shows what the hosts are and how they stand' 'exec:Runs a command on hosts at once' 'logs:Shows the journals of hosts as one, in the order of time' 'trust:Shows host keys and remembers those not known yet' 'copy-key:Lets your key in on hosts, with a password once')
        ;;
    'host facts')
        flags=('--hosts:members of the cluster file, user@host:port, or names of ~/.ssh/config; all members if left out' '--file:a cluster file, instead of that of the cluster in use' '--ssh-user:who logs in' '--identity:a private key to log in with' '--jump:a host to go through' '--known-hosts:the file of host keys, instead of ~/.ssh/known_hosts' '--accept-new:accepts and remembers host keys that are not known; never changed ones' '--width:how many hosts are worked on at the same time')
        kinds=('--hosts=live' '--file=file' '--ssh-user=' '--identity=file' '--jump=' '--known-hosts=file' '--width=')
        ;;
    'host exec')
        flags=('--sudo:as root, by sudo where the user is not' '--hosts:members of the cluster file, user@host:port, or names of ~/.ssh/config; all members if left out' '--file:a cluster file, instead of that of the cluster in use' '--ssh-user:who logs in' '--identity:a private key to log in with' '--jump:a host to go through' '--known-hosts:the file of host keys, instead of ~/.ssh/known_hosts' '--accept-new:accepts and remembers host keys that are not known; never changed ones' '--width:how many hosts are worked on at the same time')
        kinds=('--hosts=live' '--file=file' '--ssh-user=' '--identity=file' '--jump=' '--known-hosts=file' '--width=' '*=')
        ;;
    'host logs')
        flags=('--unit:the systemd unit' '--lines:how many entries of each host' '--since:entries from then on: 10m, 2h, today, "2026-01-31 14:00" (UTC)' '--follow:goes on until interrupted' '--sudo:as root, by sudo where the user is not' '--hosts:members of the cluster file, user@host:port, or names of ~/.ssh/config; all members if left out' '--file:a cluster file, instead of that of the cluster in use' '--ssh-user:who logs in' '--identity:a private key to log in with' '--jump:a host to go through' '--known-hosts:the file of host keys, instead of ~/.ssh/known_hosts' '--accept-new:accepts and remembers host keys that are not known; never changed ones' '--width:how many hosts are worked on at the same time')
        kinds=('--unit=' '--lines=' '-n=' '--since=' '--hosts=live' '--file=file' '--ssh-user=' '--identity=file' '--jump=' '--known-hosts=file' '--width=')
        ;;
    'host trust')
        flags=('--hosts:members of the cluster file, user@host:port, or names of ~/.ssh/config; all members if left out' '--file:a cluster file, instead of that of the cluster in use' '--ssh-user:who logs in' '--identity:a private key to log in with' '--jump:a host to go through' '--known-hosts:the file of host keys, instead of ~/.ssh/known_hosts' '--accept-new:accepts and remembers host keys that are not known; never changed ones' '--width:how many hosts are worked on at the same time')
        kinds=('--hosts=live' '--file=file' '--ssh-user=' '--identity=file' '--jump=' '--known-hosts=file' '--width=')
        ;;
    'host copy-key')
        flags=('--public-key:the key to let in (default: the first of ~/.ssh/id_ed25519.pub, id_ecdsa.pub, id_rsa.pub)' '--hosts:members of the cluster file, user@host:port, or names of ~/.ssh/config; all members if left out' '--file:a cluster file, instead of that of the cluster in use' '--ssh-user:who logs in' '--identity:a private key to log in with' '--jump:a host to go through' '--known-hosts:the file of host keys, instead of ~/.ssh/known_hosts' '--accept-new:accepts and remembers host keys that are not known; never changed ones' '--width:how many hosts are worked on at the same time')
        kinds=('--public-key=file' '--hosts=live' '--file=file' '--ssh-user=' '--identity=file' '--jump=' '--known-hosts=file' '--width=')
        ;;
    sandbox)
        next=('up:Makes the practice cluster, or brings back what is missing of it' 'down:Stops the practice cluster' 'status:Shows the members'\'' processes' 'start:Starts a member' 'stop:Stops a member as an operator would' 'kill:Kills a member as a crash would' 'pause:Freezes a member: it is there and answers nothing' 'resume:Lets a frozen member go on')
        ;;
    'sandbox up')
        flags=('--members:how many members a new sandbox has (default 3)' '--etcd-version:the etcd a new sandbox runs (default: what is there)')
        kinds=('--members=' '--etcd-version=')
        ;;
    'sandbox down')
        flags=('--purge:deletes the data, certificates and settings too')
        ;;
    'sandbox status')
        ;;
    'sandbox start')
        kinds=('1=live')
        ;;
    'sandbox stop')
        kinds=('1=live')
        ;;
    'sandbox kill')
        kinds=('1=live')
        ;;
    'sandbox pause')
        kinds=('1=live')
        ;;
    'sandbox resume')
        kinds=('1=live')
        ;;
    history)
        kinds=('1=')
        ;;
    help)
        kinds=('*=live')
        ;;
    version)
        ;;
    completion)
        kinds=('1=:bash zsh fish')
        ;;
    run)
        flags=('--set:fills in ${name}; may be repeated' '--keep-going:runs the lines after a failed one too' '--echo:shows each line before it runs')
        kinds=('--set=' '1=file')
        ;;
    exit)
        kinds=('1=')
        ;;
    compact)
        flags=('--physical:wait until the old revisions are gone from the database')
        kinds=('1=')
        ;;
    *) return 1 ;;
    esac
}

_quorate_options() { # what may stand in every line
    flags+=('--endpoints:endpoints of the cluster, a comma list, with or without scheme' '--cacert:CA bundle that the servers'\'' certificates are verified by' '--cert:client certificate' '--key:key of the client certificate' '--discovery-srv:domain whose SRV records tell the endpoints' '--discovery-srv-name:name of the service within the SRV records' '--insecure-discovery:false leaves out endpoints without TLS that SRV records tell' '--insecure-transport:false asks for TLS even where no file and no scheme does' '--insecure-skip-tls-verify:accepts any server certificate; for tests only' '--user:user; the password is asked for' '--password:password of the user' '--password-file:file whose first line is the password' '--dial-timeout:time to reach an endpoint' '--command-timeout:time for one answer, reaching the endpoint apart' '--keepalive-time:silence before a connection is probed' '--keepalive-timeout:time for the answer to a probe' '--write-out:the format results are written in' '--hex:writes keys, values and ids in hexadecimal' '--debug:adds stack traces to failures' '--yes:answers every confirmation' '--dry-run:looks and shows, changes nothing' '--context:saved context to run under; empty for none' '--cluster:the same as --context' '--at:asks these members only, by name, or all of the cluster; @NAME before the command means the same' '--help:shows help for the command')
    kinds+=('--endpoints=live' '--cacert=file' '--cert=file' '--key=file' '--discovery-srv=' '-d=' '--discovery-srv-name=' '--user=' '--password=' '--password-file=file' '--dial-timeout=' '--command-timeout=' '--keepalive-time=' '--keepalive-timeout=' '--write-out=:auto table simple json yaml fields protobuf' '-w=:auto table simple json yaml fields protobuf' '--context=live' '--cluster=live' '--at=live')
}

_quorate_kind() { # what the value of a flag, or the argument at a position, is
    local row
    for row in "${kinds[@]}"; do
        if [[ ${row%%=*} == "$1" ]]; then
            kind=${row#*=}
            return 0
        fi
    done
    return 1
}

_quorate_live() { # $1 is what stands before the value in the same word
    local program=quorate line value
    local -a whole parts said
    if [[ ${words[1]} == */quorate ]]; then program=${words[1]}; fi
    for line in "${(@f)$("$program" __complete -- "${(@Q)words[2,CURRENT-1]}" "${(Q)1}${(Q)PREFIX}" 2>/dev/null)}"; do
        value=${${line%%$'\t'*}#"$1"}
        if [[ -z $value ]]; then continue; fi
        if [[ $value == */ ]]; then parts+=("$value"); else whole+=("$value"); said+=("$value -- ${line#*$'\t'}"); fi
    done
    if ((${#parts})); then compadd -S '' -a parts; fi
    if ((${#whole})); then compadd -l -d said -a whole; fi
}

_quorate_value() { # proposes values of a kind; $2 is what stands before the value in the same word
    local -a choices
    case $1 in
    :*)
        choices=(${=1#:})
        compadd -a choices
        ;;
    file) _files ;;
    directory) _files -/ ;;
    live) _quorate_live "$2" ;;
    esac
}

_quorate() {
    local kind='' place='' awaiting='' dashes='' lost='' word name
    local -i position=0
    local -a next also flags kinds
    _quorate_at '' && _quorate_options
    for word in "${(@Q)words[2,CURRENT-1]}"; do
        if [[ -n $awaiting ]]; then
            awaiting=''
        elif [[ -z $dashes && $word == -- ]]; then
            dashes=1
        elif [[ -z $dashes && $word == -?* ]]; then
            if [[ $word != *=* ]] && _quorate_kind "$word"; then awaiting=$word; fi
        elif [[ $position -eq 0 && -z $dashes$place && $word == @?* ]]; then
            : # members to ask
        elif ((position == 0)) && [[ -n ${next[(r)$word:*]} || -n ${also[(r)$word]} ]]; then
            place=${place:+$place }$word
            _quorate_at "$place" && _quorate_options
        elif ((position == 0 && ${#next} > 0)) && ! _quorate_kind 1 && ! _quorate_kind '*'; then
            lost=1
        else
            position+=1
        fi
    done
    if [[ -n $lost || $position -eq 0 && -z $dashes$place$awaiting && $PREFIX == @* ]]; then
        _quorate_live ''
    elif [[ -n $awaiting ]]; then
        _quorate_kind "$awaiting" && _quorate_value "$kind" ''
    elif [[ -z $dashes && $PREFIX == --*=* ]]; then
        name=${PREFIX%%=*}
        compset -P '*='
        _quorate_kind "$name" && _quorate_value "$kind" "$name="
    elif [[ -z $dashes && $PREFIX == -* ]]; then
        _describe -o flag flags
    else
        if ((position == 0 && ${#next})); then _describe command next; fi
        if _quorate_kind $((position + 1)) || _quorate_kind '*'; then _quorate_value "$kind" ''; fi
    fi
}

if [[ ${funcstack[1]} == _quorate ]]; then
    _quorate "$@"
else
    compdef _quorate quorate
fi
