# Completion of quorate for fish, made by "quorate completion fish". Commands, flags and choices are in here; names of the
# cluster's keys, members and the like are asked of the program, which answers within a second or not at all.

function __quorate_at # what may stand at a place among the command words
    set -g __quorate_words
    set -g __quorate_also
    set -g __quorate_flags
    set -g __quorate_kinds
    switch "$argv[1]"
        case ''
            set -a __quorate_words connect\t'Moves to a cluster and checks that it answers' use\t'Moves to a saved context, now and at every later start' context\t'list, current, show, explain, save, delete' protect\t'Protects a context: what changes it is asked about, or refused' unprotect\t'Takes the protection from a context' unlock\t'Lets this console change the protected context for a while' set\t'Changes a setting until the console ends' unset\t'Takes back what set changed' get\t'Gets a key or a range of keys' put\t'Puts a key into the store' del\t'Deletes a key or a range of keys' txn\t'Runs requests as one transaction, read from standard input' compaction\t'Gives up the history before a revision' watch\t'Watches keys and writes what happens to them' lease\t'grant, revoke, timetolive, list, keep-alive' lock\t'Holds a lock, until interrupted or while a command runs' elect\t'Stands for election and leads until interrupted, or shows who leads' member\t'list, add, remove, update, promote' move-leader\t'Hands the lead to another member' auth\t'enable, disable, status' user\t'add, delete, get, list, passwd, grant-role, revoke-role' role\t'add, delete, get, list, grant-permission, revoke-permission' access\tcan cluster\t'init, list, show, lint, import, export, adopt, plan, up, drift, restart, down' quorum\ttable status\t'Shows every member of the cluster and whether there is a quorum' endpoint\t'status, health, hashkv' alarm\t'list, disarm' defrag\t'Gives free space of the database files back to the file system' downgrade\t'validate, enable, cancel' check\t'perf, datascale' make-mirror\t'Copies keys to another cluster and goes on with every change' snapshot\t'save, status, verify, restore' pki\t'init, unlock, lock, revoke, crl, issue, request, renew, import, export, list, expiring, show, verify, lint' host\t'facts, exec, logs, trust, copy-key' sandbox\t'up, down, status, start, stop, kill, pause, resume' history\t'Lists the lines typed for this cluster' help\t'Lists the commands, or tells of one' version\t'Prints the version of etcdctl it stands for, and of the API' completion\t'Prints the script that completes quorate in a shell' run\t'Runs the lines of a file' exit\t'Leaves the console, or ends the script'
            set -a __quorate_also compact
            set -a __quorate_flags --command\t'runs these lines, separated by ; or line ends' --set\t'fills in ${name}; may be repeated' --keep-going\t'runs the lines after a failed one too' --echo\t'shows each line before it runs' --version\t'prints the version of Quorate'
            set -a __quorate_kinds '--command=' '-c=' '--set='
        case connect
            set -a __quorate_flags --save\t'saves it as a context of this name, to use at every later start'
            set -a __quorate_kinds '--save=' '*=live'
        case use
            set -a __quorate_flags --none\t'leaves the context, for what the environment says'
            set -a __quorate_kinds '1=live'
        case context
            set -a __quorate_words list\t'Lists the saved contexts' current\t'Shows the name of the context in use' show\t'Shows what a context keeps' explain\t'Shows every setting in force and where it came from' save\t'Saves how the cluster is reached now, under a name' delete\t'Forgets a saved context; what else is kept of the cluster stays'
            set -a __quorate_also use
        case 'context list'
        case 'context current'
        case 'context show'
            set -a __quorate_kinds '1=live'
        case 'context explain'
        case 'context save'
            set -a __quorate_kinds '1='
        case 'context delete'
            set -a __quorate_kinds '1=live'
        case 'context use'
            set -a __quorate_flags --none\t'leaves the context, for what the environment says'
            set -a __quorate_kinds '1=live'
        case protect
            set -a __quorate_kinds '1=live'
        case unprotect
            set -a __quorate_kinds '1=live'
        case unlock
            set -a __quorate_kinds '1=' '*='
        case set
            set -a __quorate_kinds '1=:endpoints cacert cert key discovery-srv discovery-srv-name insecure-discovery insecure-transport insecure-skip-tls-verify user password-file dial-timeout command-timeout keepalive-time keepalive-timeout write-out hex debug yes dry-run' '2='
        case unset
            set -a __quorate_kinds '1=:endpoints cacert cert key discovery-srv discovery-srv-name insecure-discovery insecure-transport insecure-skip-tls-verify user password-file dial-timeout command-timeout keepalive-time keepalive-timeout write-out hex debug yes dry-run'
        case get
            set -a __quorate_flags --prefix\t'get all keys that begin with the key' --from-key\t'get all keys from the key on, in byte order' --keys-only\t'get the keys without their values' --count-only\t'get the number of keys only' --print-value-only\t'write values without their keys, in the simple format' --limit\t'the most results, 0 for all' --rev\t'the revision to read at, 0 for now' --sort-by\t'what the results are sorted by' --order\t'order of the results, ASCEND unless told' --consistency\t'l: linearizable, agreed by a quorum; s: serializable, from one member, perhaps stale' --min-create-rev\t'only keys created at this revision or later' --max-create-rev\t'only keys created at this revision or earlier' --min-mod-rev\t'only keys last changed at this revision or later' --max-mod-rev\t'only keys last changed at this revision or earlier'
            set -a __quorate_kinds '--limit=' '--rev=' '--sort-by=:KEY VERSION CREATE MODIFY VALUE' '--order=:ASCEND DESCEND' '--consistency=:l s' '--min-create-rev=' '--max-create-rev=' '--min-mod-rev=' '--max-mod-rev=' '1=live' '2=live'
        case put
            set -a __quorate_flags --lease\t'the lease to hang the key on, its id in hexadecimal' --ttl\t'seconds until the key goes: grants a lease for it' --prev-kv\t'return what the key was before' --ignore-value\t'keep the value the key has' --ignore-lease\t'keep the lease the key has'
            set -a __quorate_kinds '--lease=live' '--ttl=' '1=live' '2='
        case del
            set -a __quorate_flags --prefix\t'delete all keys that begin with the key' --from-key\t'delete all keys from the key on, in byte order' --range\t'delete the range from the key to the range end' --prev-kv\t'return what is deleted'
            set -a __quorate_kinds '1=live' '2=live'
        case txn
            set -a __quorate_flags --interactive\t'write the name of each section before it is read'
        case compaction
            set -a __quorate_flags --physical\t'wait until the old revisions are gone from the database'
            set -a __quorate_kinds '1='
        case watch
            set -a __quorate_flags --interactive\t'read watches line by line' --prefix\t'watch all keys that begin with the key' --rev\t'the revision to begin at, 0 for what comes from now on' --prev-kv\t'tell what the key was before each event' --progress-notify\t'tell the revision from time to time while nothing happens'
            set -a __quorate_kinds '--rev=' '*=live'
        case lease
            set -a __quorate_words grant\t'Creates a lease' revoke\t'Ends a lease and deletes the keys attached to it' timetolive\t'Shows how long a lease has left' list\t'Lists the leases' keep-alive\t'Renews a lease until interrupted'
        case 'lease grant'
            set -a __quorate_kinds '1='
        case 'lease revoke'
            set -a __quorate_kinds '1=live'
        case 'lease timetolive'
            set -a __quorate_flags --keys\t'shows the keys attached to the lease'
            set -a __quorate_kinds '1=live'
        case 'lease list'
        case 'lease keep-alive'
            set -a __quorate_flags --once\t'renews once and ends'
            set -a __quorate_kinds '1=live'
        case lock
            set -a __quorate_flags --ttl\t'how long the lock outlives a console that died'
            set -a __quorate_kinds '--ttl=' '1=live' '*='
        case elect
            set -a __quorate_flags --listen\t'only shows who leads'
            set -a __quorate_kinds '1=live' '2='
        case member
            set -a __quorate_words list\t'Lists the members of the cluster' add\t'Adds a member, which counts as a vote before it has started' remove\t'Removes a member for good' update\t'Changes the URLs its peers reach a member at' promote\t'Gives a learner a vote once it has caught up'
        case 'member list'
            set -a __quorate_flags --consistency\t'linearizable (l), or serializable (s), which works without a quorum'
            set -a __quorate_kinds '--consistency=:l s'
        case 'member add'
            set -a __quorate_flags --peer-urls\t'comma list of URLs its peers reach the member at' --learner\t'adds it without a vote until it is promoted'
            set -a __quorate_kinds '--peer-urls=' '1='
        case 'member remove'
            set -a __quorate_kinds '1=live'
        case 'member update'
            set -a __quorate_flags --peer-urls\t'comma list of URLs its peers reach the member at'
            set -a __quorate_kinds '--peer-urls=' '1=live'
        case 'member promote'
            set -a __quorate_kinds '1=live'
        case move-leader
            set -a __quorate_kinds '1=live'
        case auth
            set -a __quorate_words enable\t'Makes every client log in' disable\t'Lets every client in, without a login' status\t'Says whether clients must log in (etcd 3.5 and newer)'
        case 'auth enable'
        case 'auth disable'
        case 'auth status'
        case user
            set -a __quorate_words add\t'Adds a user' delete\t'Deletes a user' get\t'Shows the roles of a user' list\t'Lists the users' passwd\t'Changes the password of a user' grant-role\t'Gives a user a role' revoke-role\t'Takes a role from a user'
        case 'user add'
            set -a __quorate_flags --interactive\t'asks for the password twice; =false reads a line of standard input' --new-user-password\t'the password, for all who see the line' --no-password\t'the user logs in as the common name of a certificate only'
            set -a __quorate_kinds '--new-user-password=' '1='
        case 'user delete'
            set -a __quorate_kinds '1=live'
        case 'user get'
            set -a __quorate_flags --detail\t'shows the permissions of each role too'
            set -a __quorate_kinds '1=live'
        case 'user list'
        case 'user passwd'
            set -a __quorate_flags --interactive\t'asks for the password twice; =false reads a line of standard input'
            set -a __quorate_kinds '1=live'
        case 'user grant-role'
            set -a __quorate_kinds '1=live' '2=live'
        case 'user revoke-role'
            set -a __quorate_kinds '1=live' '2=live'
        case role
            set -a __quorate_words add\t'Adds a role, which permits nothing yet' delete\t'Deletes a role' get\t'Shows what a role permits' list\t'Lists the roles' grant-permission\t'Lets a role read or write keys' revoke-permission\t'Takes keys from a role'
        case 'role add'
            set -a __quorate_kinds '1='
        case 'role delete'
            set -a __quorate_kinds '1=live'
        case 'role get'
            set -a __quorate_kinds '1=live'
        case 'role list'
        case 'role grant-permission'
            set -a __quorate_flags --prefix\t'grants all keys that begin with the key' --from-key\t'grants all keys from the key on, in byte order'
            set -a __quorate_kinds '1=live' '2=:read write readwrite' '3=live' '4=live'
        case 'role revoke-permission'
            set -a __quorate_flags --prefix\t'revokes all keys that begin with the key' --from-key\t'revokes all keys from the key on, in byte order'
            set -a __quorate_kinds '1=live' '2=live' '3=live'
        case access
            set -a __quorate_words can\t'Says whether a user may read or write keys, and by which role'
        case 'access can'
            set -a __quorate_flags --prefix\t'asks about all keys that begin with the key' --from-key\t'asks about all keys from the key on, in byte order'
            set -a __quorate_kinds '1=live' '2=:read write' '3=live' '4=live'
        case cluster
            set -a __quorate_words init\t'Writes the file of a new cluster, with every setting in its place' list\t'Lists the clusters that have a file' show\t'Shows what a cluster should be, member by member' lint\t'Finds the faults of a cluster file and says what an expert would' import\t'Writes the file of a new cluster of what another tool or a member\'s files tell' export\t'Writes what other tools need to know of a cluster' adopt\t'Writes the file of a cluster that runs already' plan\t'Shows what it takes to make the hosts what the cluster file says' up\t'Takes hosts to a healthy cluster, or brings back what is missing of it' drift\t'Tells where the hosts differ from the cluster file' restart\t'Restarts members one after another while the others serve' down\t'Takes a cluster off its hosts, or one member of it'
            set -a __quorate_also quorum-table
        case 'cluster init'
            set -a __quorate_flags --member\t'a member, and what SSH connects to if not its address' --like\t'takes the settings of a well-known way of building a cluster' --etcd-version\t'the etcd to run' --ssh-user\t'who logs in to the hosts' --file\t'the cluster file, instead of the one kept under its name' --force\t'replaces a file that is there; it stays beside as .before' --print\t'writes the file to standard output instead'
            set -a __quorate_kinds '--member=' '--like=:000 001 002 003 004' '--etcd-version=' '--ssh-user=' '--file=file' '1='
        case 'cluster list'
        case 'cluster show'
            set -a __quorate_flags --file\t'the cluster file, instead of the one kept under its name' --member\t'shows the configuration that this member will get'
            set -a __quorate_kinds '--file=file' '--member=' '1=live'
        case 'cluster lint'
            set -a __quorate_flags --file\t'the cluster file, instead of the one kept under its name' --no-resolve\t'asks no name server'
            set -a __quorate_kinds '--file=file' '1=live'
        case 'cluster import'
            set -a __quorate_flags --as\t'what the source is, if its looks do not tell' --group\t'group of the Ansible inventory; etcd if there is one' --hcloud\t'asks hcloud for the servers' --selector\t'asks hcloud for the servers with these labels' --like\t'takes the settings of a well-known way of building a cluster' --etcd-version\t'the etcd to run' --ssh-user\t'who logs in to the hosts' --file\t'the cluster file, instead of the one kept under its name' --force\t'replaces a file that is there; it stays beside as .before' --print\t'writes the file to standard output instead'
            set -a __quorate_kinds '--as=:hcloud ansible table' '--group=' '--selector=' '--like=:000 001 002 003 004' '--etcd-version=' '--ssh-user=' '--file=file' '1=' '2=file'
        case 'cluster export'
            set -a __quorate_flags --file\t'the cluster file, instead of the one kept under its name'
            set -a __quorate_kinds '--file=file' '1=:kubeadm environment aliases ansible ssh-config' '2=live'
        case 'cluster adopt'
            set -a __quorate_flags --host\t'what SSH connects to for a member, if not the address of its URL' --unit\t'the unit that starts etcd, if it is not found' --ssh-user\t'who logs in to the hosts' --accept-new\t'remembers unknown host keys without asking' --file\t'the cluster file, instead of the one kept under its name' --force\t'replaces a file that is there; it stays beside as .before' --print\t'writes the file to standard output instead'
            set -a __quorate_kinds '--host=live' '--unit=' '--ssh-user=' '--file=file' '1='
        case 'cluster plan'
            set -a __quorate_flags --file\t'the cluster file, instead of the one kept under its name' --park\t'moves data of another etcd aside where a member is to be' --allow-outage\t'restarts a member although the cluster has no quorum until it is back'
            set -a __quorate_kinds '--file=file' '1=live'
        case 'cluster up'
            set -a __quorate_flags --file\t'the cluster file, instead of the one kept under its name' --park\t'moves data of another etcd aside where a member is to be' --allow-outage\t'restarts a member although the cluster has no quorum until it is back' --passphrase-file\t'takes the passphrase from the first line of this file' --passphrase-env\t'takes the passphrase from this variable'
            set -a __quorate_kinds '--file=file' '--passphrase-file=file' '--passphrase-env=' '1=live'
        case 'cluster drift'
            set -a __quorate_flags --file\t'the cluster file, instead of the one kept under its name'
            set -a __quorate_kinds '--file=file' '1=live'
        case 'cluster restart'
            set -a __quorate_flags --file\t'the cluster file, instead of the one kept under its name' --member\t'only this member; may be given several times' --allow-outage\t'restarts a member although the cluster has no quorum until it is back'
            set -a __quorate_kinds '--file=file' '--member=live' '1=live'
        case 'cluster down'
            set -a __quorate_flags --file\t'the cluster file, instead of the one kept under its name' --member\t'only this member; the others live on' --purge\t'deletes the data of the members, for good' --last\t'says that it may be the last member there is'
            set -a __quorate_kinds '--file=file' '--member=live' '1=live'
        case 'cluster quorum-table'
            set -a __quorate_flags --up-to\t'the largest cluster of the table'
            set -a __quorate_kinds '--up-to='
        case quorum
            set -a __quorate_words table\t'Shows how many votes clusters of each size need and how many failures they survive'
        case 'quorum table'
            set -a __quorate_flags --up-to\t'the largest cluster of the table'
            set -a __quorate_kinds '--up-to='
        case status
        case endpoint
            set -a __quorate_words status\t'Shows how each endpoint stands' health\t'Checks that each endpoint can commit' hashkv\t'Shows the hash of each endpoint\'s key history'
        case 'endpoint status'
            set -a __quorate_flags --cluster\t'asks all endpoints of the member list instead of the session\'s'
        case 'endpoint health'
            set -a __quorate_flags --cluster\t'asks all endpoints of the member list instead of the session\'s'
        case 'endpoint hashkv'
            set -a __quorate_flags --cluster\t'asks all endpoints of the member list instead of the session\'s' --rev\t'revision to hash up to; 0 for the newest'
            set -a __quorate_kinds '--rev='
        case alarm
            set -a __quorate_words list\t'Lists the alarms that are raised' disarm\t'Disarms every alarm'
        case 'alarm list'
        case 'alarm disarm'
        case defrag
            set -a __quorate_flags --cluster\t'defragments all endpoints of the member list instead of the session\'s'
        case downgrade
            set -a __quorate_words validate\t'Checks whether the cluster could go down to a version' enable\t'Lets members of an older version join, to go down to it' cancel\t'Ends a downgrade that was enabled'
        case 'downgrade validate'
            set -a __quorate_kinds '1='
        case 'downgrade enable'
            set -a __quorate_kinds '1='
        case 'downgrade cancel'
        case check
            set -a __quorate_words perf\t'Writes for a minute and says whether the cluster bears the load' datascale\t'Writes many keys and says how much memory they take'
        case 'check perf'
            set -a __quorate_flags --load\t'how much: s (small), m (medium), l (large), xl (xLarge)' --prefix\t'prefix of the keys that are written' --auto-compact\t'compacts the history up to the end of the check afterwards' --auto-defrag\t'defragments the endpoints afterwards, one after another'
            set -a __quorate_kinds '--load=:s m l xl' '--prefix='
        case 'check datascale'
            set -a __quorate_flags --load\t'how much: s (small), m (medium), l (large), xl (xLarge)' --prefix\t'prefix of the keys that are written' --auto-compact\t'compacts the history up to the end of the check afterwards' --auto-defrag\t'defragments the endpoints afterwards, one after another'
            set -a __quorate_kinds '--load=:s m l xl' '--prefix='
        case make-mirror
            set -a __quorate_flags --prefix\t'mirrors the keys with this prefix only' --dest-prefix\t'prefix at the destination, instead of the one here' --no-dest-prefix\t'leaves the prefix out at the destination' --rev\t'goes on from this revision, without copying what was there before' --max-txn-ops\t'most operations in a transaction, as the destination allows' --dest-cert\t'client certificate for the destination' --dest-key\t'key of the client certificate for the destination' --dest-cacert\t'certificates of the authorities to trust for the destination' --dest-insecure-transport\t'no TLS to the destination, unless files ask for it' --dest-user\t'user at the destination; the password is asked for where left out' --dest-password\t'password of that user'
            set -a __quorate_kinds '--prefix=live' '--dest-prefix=live' '--rev=' '--max-txn-ops=' '--dest-cert=file' '--dest-key=file' '--dest-cacert=file' '--dest-user=' '--dest-password=' '1='
        case snapshot
            set -a __quorate_words save\t'Saves all data of a member into a file' status\t'Shows hash, revision, keys and size of a snapshot' verify\t'Checks that a snapshot is whole: its SHA-256, its pages, its keys' restore\t'Makes the data directory of a new member from a snapshot'
        case 'snapshot save'
            set -a __quorate_kinds '1=live'
        case 'snapshot status'
            set -a __quorate_kinds '1=live'
        case 'snapshot verify'
            set -a __quorate_kinds '1=live'
        case 'snapshot restore'
            set -a __quorate_flags --data-dir\t'where the member\'s data goes; NAME.etcd where left out' --wal-dir\t'where the write-ahead log goes; within the data directory where left out' --name\t'name of the member' --initial-cluster\t'all members of the new cluster: NAME=URL,...' --initial-cluster-token\t'tells clusters apart; a new one keeps members of the old from joining' --initial-advertise-peer-urls\t'where the other members reach this one' --skip-hash-check\t'takes a file without SHA-256, as a copy from a data directory is' --bump-revision\t'how much to raise the newest revision, so that it never goes back' --mark-compacted\t'has clients read anew after --bump-revision, which needs it' --initial-memory-map-size\t'bytes etcd maps of the database; 0 leaves it to etcd'
            set -a __quorate_kinds '--data-dir=directory' '--wal-dir=directory' '--name=' '--initial-cluster=' '--initial-cluster-token=' '--initial-advertise-peer-urls=' '--bump-revision=' '--initial-memory-map-size=' '1=live'
        case pki
            set -a __quorate_words init\t'Makes a certificate authority' unlock\t'Keeps the CA\'s key unlocked in this console for a time' lock\t'Forgets the CA\'s passphrase' revoke\t'Takes a certificate back and writes the revocation list' crl\t'Writes the revocation list anew, with a later end' issue\t'Makes certificates: one by its name, or all of a cluster' request\t'Makes a key and a request for a CA that lives elsewhere' renew\t'Makes certificates again, with the names and usages they have' import\t'Takes in a CA or a certificate that another program made' export\t'Writes a certificate with its key and CA for another program' list\t'Lists all certificates, those in the PKI or those really served' expiring\t'Lists the certificates that end soon, the CA\'s among them' show\t'Shows all that stands in a certificate' verify\t'Checks a certificate against its key and its CA' lint\t'Checks every name, usage, key, date and permission, with remedies'
        case 'pki init'
            set -a __quorate_flags --directory\t'the PKI\'s folder; the cluster\'s own where left out' --file\t'the cluster file; the cluster\'s own where left out' --subject\t'as /C=CA/O=etcd/CN=etcd CA; CN=etcd CA where left out' --key-type\t'kind and size of the key' --days\t'how long it is valid: 7305, 7305d or 43800h' --path-length\t'CAs that may stand below it: a number, or any' --san\t'names in the CA\'s own certificate; it needs none' --from\t'takes subject and key type from a cfssl or openssl request file' --crl-url\t'where the revocation list can be had' --issuer-url\t'where the CA\'s certificate can be had' --ocsp-url\t'where OCSP is answered' --digest\t'of the signature; by the strength of the CA\'s key where left out' --encrypt\t'stores the key under a passphrase, asked for unless given' --passphrase-file\t'takes the passphrase from the first line of this file' --passphrase-env\t'takes the passphrase from this variable' --certificate-file\t'name of the certificate\'s file' --key-file\t'name of the key\'s file' --replace\t'makes a new CA in place of the one there is, which is parked beside'
            set -a __quorate_kinds '--directory=directory' '--file=file' '--subject=' '--key-type=:rsa-2048 rsa-3072 rsa-4096 ec-p256 ec-p384 ec-p521 ed25519' '--days=' '--path-length=' '--san=' '--from=file' '--crl-url=' '--issuer-url=' '--ocsp-url=' '--digest=:sha256 sha384 sha512' '--passphrase-file=file' '--passphrase-env=' '--certificate-file=' '--key-file='
        case 'pki unlock'
            set -a __quorate_flags --directory\t'the PKI\'s folder; the cluster\'s own where left out' --for\t'how long this console keeps the key unlocked' --passphrase-file\t'takes the passphrase from the first line of this file' --passphrase-env\t'takes the passphrase from this variable'
            set -a __quorate_kinds '--directory=directory' '--for=' '--passphrase-file=file' '--passphrase-env='
        case 'pki lock'
            set -a __quorate_flags --directory\t'the PKI\'s folder; the cluster\'s own where left out'
            set -a __quorate_kinds '--directory=directory'
        case 'pki revoke'
            set -a __quorate_flags --directory\t'the PKI\'s folder; the cluster\'s own where left out' --reason\t'why it is taken back' --list-days\t'how long the list is valid' --passphrase-file\t'takes the passphrase from the first line of this file' --passphrase-env\t'takes the passphrase from this variable'
            set -a __quorate_kinds '--directory=directory' '--reason=:unspecified key-compromise affiliation-changed superseded cessation-of-operation' '--list-days=' '--passphrase-file=file' '--passphrase-env=' '1=live'
        case 'pki crl'
            set -a __quorate_flags --directory\t'the PKI\'s folder; the cluster\'s own where left out' --list-days\t'how long the list is valid' --passphrase-file\t'takes the passphrase from the first line of this file' --passphrase-env\t'takes the passphrase from this variable'
            set -a __quorate_kinds '--directory=directory' '--list-days=' '--passphrase-file=file' '--passphrase-env='
        case 'pki issue'
            set -a __quorate_flags --directory\t'the PKI\'s folder; the cluster\'s own where left out' --file\t'the cluster file; the cluster\'s own where left out' --profile\t'server, peer, client, combined, or one of the signing policy' --policy\t'cfssl\'s ca-config.json with profiles; the imported one where left out' --from\t'a request to sign, or a cfssl or openssl request file to follow' --san\t'names and addresses it is reached by' --subject\t'as /O=etcd/CN={member}; {name}, {member} and {role} are filled in' --key-type\t'kind and size of the key; ec-p256' --key-encoding\t'how the key is written; pkcs8' --days\t'how long it is valid; 365d' --certificate-file\t'as {name}.crt or {member}.pem' --key-file\t'as {name}.key or {member}-key.pem' --key-usage\t'instead of the profile\'s' --extended-key-usage\t'instead of the profile\'s' --crl-url\t'where the revocation list can be had' --issuer-url\t'where the CA\'s certificate can be had' --ocsp-url\t'where OCSP is answered' --digest\t'of the signature; by the strength of the CA\'s key where left out' --passphrase-file\t'takes the passphrase from the first line of this file' --passphrase-env\t'takes the passphrase from this variable' --mode\t'which certificates the members have' --member\t'a member, its names and addresses; public: before those only clients use' --loopback\t'names by which a host reaches itself; localhost,127.0.0.1,::1 where left out' --extra-san\t'names in every certificate clients see: a load balancer\'s' --client\t'a client certificate; its name may be that of an etcd user'
            set -a __quorate_kinds '--directory=directory' '--file=file' '--profile=:server peer client combined' '--policy=file' '--from=file' '--san=' '--subject=' '--key-type=:rsa-2048 rsa-3072 rsa-4096 ec-p256 ec-p384 ec-p521 ed25519' '--key-encoding=:pkcs8 pkcs1 sec1' '--days=' '--certificate-file=' '--key-file=' '--key-usage=:digitalSignature nonRepudiation keyEncipherment dataEncipherment keyAgreement keyCertSign cRLSign encipherOnly decipherOnly' '--extended-key-usage=:serverAuth clientAuth codeSigning emailProtection timeStamping OCSPSigning anyExtendedKeyUsage' '--crl-url=' '--issuer-url=' '--ocsp-url=' '--digest=:sha256 sha384 sha512' '--passphrase-file=file' '--passphrase-env=' '--mode=:per-member one-for-all shared-names combined cluster-server shared-pair' '--member=' '--loopback=' '--extra-san=' '--client=' '1=live'
        case 'pki request'
            set -a __quorate_flags --directory\t'the PKI\'s folder; the cluster\'s own where left out' --file\t'the cluster file; the cluster\'s own where left out' --profile\t'server, peer, client, combined, or one of the signing policy' --policy\t'cfssl\'s ca-config.json with profiles; the imported one where left out' --from\t'a request to sign, or a cfssl or openssl request file to follow' --san\t'names and addresses it is reached by' --subject\t'as /O=etcd/CN={member}; {name}, {member} and {role} are filled in' --key-type\t'kind and size of the key; ec-p256' --key-encoding\t'how the key is written; pkcs8' --days\t'how long it is valid; 365d' --certificate-file\t'as {name}.crt or {member}.pem' --key-file\t'as {name}.key or {member}-key.pem' --key-usage\t'instead of the profile\'s' --extended-key-usage\t'instead of the profile\'s' --crl-url\t'where the revocation list can be had' --issuer-url\t'where the CA\'s certificate can be had' --ocsp-url\t'where OCSP is answered' --digest\t'of the signature; by the strength of the CA\'s key where left out' --passphrase-file\t'takes the passphrase from the first line of this file' --passphrase-env\t'takes the passphrase from this variable'
            set -a __quorate_kinds '--directory=directory' '--file=file' '--profile=:server peer client combined' '--policy=file' '--from=file' '--san=' '--subject=' '--key-type=:rsa-2048 rsa-3072 rsa-4096 ec-p256 ec-p384 ec-p521 ed25519' '--key-encoding=:pkcs8 pkcs1 sec1' '--days=' '--certificate-file=' '--key-file=' '--key-usage=:digitalSignature nonRepudiation keyEncipherment dataEncipherment keyAgreement keyCertSign cRLSign encipherOnly decipherOnly' '--extended-key-usage=:serverAuth clientAuth codeSigning emailProtection timeStamping OCSPSigning anyExtendedKeyUsage' '--crl-url=' '--issuer-url=' '--ocsp-url=' '--digest=:sha256 sha384 sha512' '--passphrase-file=file' '--passphrase-env=' '1=live'
        case 'pki renew'
            set -a __quorate_flags --directory\t'the PKI\'s folder; the cluster\'s own where left out' --all\t'renews every certificate' --within\t'those that end within this time' --new-key\t'makes a new key too' --ca\t'renews the CA\'s own certificate, with its key, so that all it signed stays valid' --passphrase-file\t'takes the passphrase from the first line of this file' --passphrase-env\t'takes the passphrase from this variable'
            set -a __quorate_kinds '--directory=directory' '--within=' '--passphrase-file=file' '--passphrase-env=' '*=live'
        case 'pki import'
            set -a __quorate_flags --directory\t'the PKI\'s folder; the cluster\'s own where left out' --name\t'what to call it; as its file where left out' --profile\t'what it is for; as its usages tell where left out' --policy\t'cfssl\'s ca-config.json with profiles; the imported one where left out' --replace\t'takes in another CA in place of the one there is, which is parked beside' --passphrase-file\t'takes the passphrase from the first line of this file' --passphrase-env\t'takes the passphrase from this variable'
            set -a __quorate_kinds '--directory=directory' '--name=' '--profile=:server peer client combined' '--policy=file' '--passphrase-file=file' '--passphrase-env=' '1=file' '2=file'
        case 'pki export'
            set -a __quorate_flags --directory\t'the PKI\'s folder; the cluster\'s own where left out' --format\t'one PEM file, one PKCS#12 file, or kubeadm\'s files' --to\t'the file or its folder, for kubeadm the folder; NAME.pem or NAME.p12 where left out' --passphrase-file\t'takes the passphrase from the first line of this file' --passphrase-env\t'takes the passphrase from this variable'
            set -a __quorate_kinds '--directory=directory' '--format=:pem pkcs12 kubeadm' '--to=file' '--passphrase-file=file' '--passphrase-env=' '1=live'
        case 'pki list'
            set -a __quorate_flags --directory\t'the PKI\'s folder; the cluster\'s own where left out' --served\t'shakes hands with each member\'s client and peer port and shows what it really serves'
            set -a __quorate_kinds '--directory=directory'
        case 'pki expiring'
            set -a __quorate_flags --directory\t'the PKI\'s folder; the cluster\'s own where left out' --within\t'those that end within this time'
            set -a __quorate_kinds '--directory=directory' '--within='
        case 'pki show'
            set -a __quorate_flags --directory\t'the PKI\'s folder; the cluster\'s own where left out'
            set -a __quorate_kinds '--directory=directory' '1=live'
        case 'pki verify'
            set -a __quorate_flags --directory\t'the PKI\'s folder; the cluster\'s own where left out' --profile\t'what it is for' --passphrase-file\t'takes the passphrase from the first line of this file' --passphrase-env\t'takes the passphrase from this variable'
            set -a __quorate_kinds '--directory=directory' '--profile=:server peer client combined' '--passphrase-file=file' '--passphrase-env=' '1=file' '2=file' '3=file'
        case 'pki lint'
            set -a __quorate_flags --directory\t'the PKI\'s folder; the cluster\'s own where left out' --file\t'the cluster file; the cluster\'s own where left out' --member\t'a member, its names and addresses; all that is known where left out' --config\t'a member\'s configuration: YAML, environment file, or its unit' --offline\t'asks no member of the cluster'
            set -a __quorate_kinds '--directory=directory' '--file=file' '--member=' '--config=file'
        case host
            set -a __quorate_words facts\t'Shows what the hosts are and how they stand' exec\t'Runs a command on hosts at once' logs\t'Shows the journals of hosts as one, in the order of time' trust\t'Shows host keys and remembers those not known yet' copy-key\t'Lets your key in on hosts, with a password once'
        case 'host facts'
            set -a __quorate_flags --hosts\t'members of the cluster file, user@host:port, or names of ~/.ssh/config; all members if left out' --file\t'a cluster file, instead of that of the cluster in use' --ssh-user\t'who logs in' --identity\t'a private key to log in with' --jump\t'a host to go through' --known-hosts\t'the file of host keys, instead of ~/.ssh/known_hosts' --accept-new\t'accepts and remembers host keys that are not known; never changed ones' --width\t'how many hosts are worked on at the same time'
            set -a __quorate_kinds '--hosts=live' '--file=file' '--ssh-user=' '--identity=file' '--jump=' '--known-hosts=file' '--width='
        case 'host exec'
            set -a __quorate_flags --sudo\t'as root, by sudo where the user is not' --hosts\t'members of the cluster file, user@host:port, or names of ~/.ssh/config; all members if left out' --file\t'a cluster file, instead of that of the cluster in use' --ssh-user\t'who logs in' --identity\t'a private key to log in with' --jump\t'a host to go through' --known-hosts\t'the file of host keys, instead of ~/.ssh/known_hosts' --accept-new\t'accepts and remembers host keys that are not known; never changed ones' --width\t'how many hosts are worked on at the same time'
            set -a __quorate_kinds '--hosts=live' '--file=file' '--ssh-user=' '--identity=file' '--jump=' '--known-hosts=file' '--width=' '*='
        case 'host logs'
            set -a __quorate_flags --unit\t'the systemd unit' --lines\t'how many entries of each host' --since\t'entries from then on: 10m, 2h, today, "2026-01-31 14:00" (UTC)' --follow\t'goes on until interrupted' --sudo\t'as root, by sudo where the user is not' --hosts\t'members of the cluster file, user@host:port, or names of ~/.ssh/config; all members if left out' --file\t'a cluster file, instead of that of the cluster in use' --ssh-user\t'who logs in' --identity\t'a private key to log in with' --jump\t'a host to go through' --known-hosts\t'the file of host keys, instead of ~/.ssh/known_hosts' --accept-new\t'accepts and remembers host keys that are not known; never changed ones' --width\t'how many hosts are worked on at the same time'
            set -a __quorate_kinds '--unit=' '--lines=' '-n=' '--since=' '--hosts=live' '--file=file' '--ssh-user=' '--identity=file' '--jump=' '--known-hosts=file' '--width='
        case 'host trust'
            set -a __quorate_flags --hosts\t'members of the cluster file, user@host:port, or names of ~/.ssh/config; all members if left out' --file\t'a cluster file, instead of that of the cluster in use' --ssh-user\t'who logs in' --identity\t'a private key to log in with' --jump\t'a host to go through' --known-hosts\t'the file of host keys, instead of ~/.ssh/known_hosts' --accept-new\t'accepts and remembers host keys that are not known; never changed ones' --width\t'how many hosts are worked on at the same time'
            set -a __quorate_kinds '--hosts=live' '--file=file' '--ssh-user=' '--identity=file' '--jump=' '--known-hosts=file' '--width='
        case 'host copy-key'
            set -a __quorate_flags --public-key\t'the key to let in (default: the first of ~/.ssh/id_ed25519.pub, id_ecdsa.pub, id_rsa.pub)' --hosts\t'members of the cluster file, user@host:port, or names of ~/.ssh/config; all members if left out' --file\t'a cluster file, instead of that of the cluster in use' --ssh-user\t'who logs in' --identity\t'a private key to log in with' --jump\t'a host to go through' --known-hosts\t'the file of host keys, instead of ~/.ssh/known_hosts' --accept-new\t'accepts and remembers host keys that are not known; never changed ones' --width\t'how many hosts are worked on at the same time'
            set -a __quorate_kinds '--public-key=file' '--hosts=live' '--file=file' '--ssh-user=' '--identity=file' '--jump=' '--known-hosts=file' '--width='
        case sandbox
            set -a __quorate_words up\t'Makes the practice cluster, or brings back what is missing of it' down\t'Stops the practice cluster' status\t'Shows the members\' processes' start\t'Starts a member' stop\t'Stops a member as an operator would' kill\t'Kills a member as a crash would' pause\t'Freezes a member: it is there and answers nothing' resume\t'Lets a frozen member go on'
        case 'sandbox up'
            set -a __quorate_flags --members\t'how many members a new sandbox has (default 3)' --etcd-version\t'the etcd a new sandbox runs (default: what is there)'
            set -a __quorate_kinds '--members=' '--etcd-version='
        case 'sandbox down'
            set -a __quorate_flags --purge\t'deletes the data, certificates and settings too'
        case 'sandbox status'
        case 'sandbox start'
            set -a __quorate_kinds '1=live'
        case 'sandbox stop'
            set -a __quorate_kinds '1=live'
        case 'sandbox kill'
            set -a __quorate_kinds '1=live'
        case 'sandbox pause'
            set -a __quorate_kinds '1=live'
        case 'sandbox resume'
            set -a __quorate_kinds '1=live'
        case history
            set -a __quorate_kinds '1='
        case help
            set -a __quorate_kinds '*=live'
        case version
        case completion
            set -a __quorate_kinds '1=:bash zsh fish'
        case run
            set -a __quorate_flags --set\t'fills in ${name}; may be repeated' --keep-going\t'runs the lines after a failed one too' --echo\t'shows each line before it runs'
            set -a __quorate_kinds '--set=' '1=file'
        case exit
            set -a __quorate_kinds '1='
        case compact
            set -a __quorate_flags --physical\t'wait until the old revisions are gone from the database'
            set -a __quorate_kinds '1='
        case '*'
            return 1
    end
    set -a __quorate_flags --endpoints\t'endpoints of the cluster, a comma list, with or without scheme' --cacert\t'CA bundle that the servers\' certificates are verified by' --cert\t'client certificate' --key\t'key of the client certificate' --discovery-srv\t'domain whose SRV records tell the endpoints' --discovery-srv-name\t'name of the service within the SRV records' --insecure-discovery\t'false leaves out endpoints without TLS that SRV records tell' --insecure-transport\t'false asks for TLS even where no file and no scheme does' --insecure-skip-tls-verify\t'accepts any server certificate; for tests only' --user\t'user; the password is asked for' --password\t'password of the user' --password-file\t'file whose first line is the password' --dial-timeout\t'time to reach an endpoint' --command-timeout\t'time for one answer, reaching the endpoint apart' --keepalive-time\t'silence before a connection is probed' --keepalive-timeout\t'time for the answer to a probe' --write-out\t'the format results are written in' --hex\t'writes keys, values and ids in hexadecimal' --debug\t'adds stack traces to failures' --yes\t'answers every confirmation' --dry-run\t'looks and shows, changes nothing' --context\t'saved context to run under; empty for none' --cluster\t'the same as --context' --at\t'asks these members only, by name, or all of the cluster; @NAME before the command means the same' --help\t'shows help for the command'
    set -a __quorate_kinds '--endpoints=live' '--cacert=file' '--cert=file' '--key=file' '--discovery-srv=' '-d=' '--discovery-srv-name=' '--user=' '--password=' '--password-file=file' '--dial-timeout=' '--command-timeout=' '--keepalive-time=' '--keepalive-timeout=' '--write-out=:auto table simple json yaml fields protobuf' '-w=:auto table simple json yaml fields protobuf' '--context=live' '--cluster=live' '--at=live'
end

function __quorate_kind # what the value of a flag, or the argument at a position, is
    for row in $__quorate_kinds
        if test (string split -m1 = -- $row)[1] = "$argv[1]"
            string split -m1 = -- $row | tail -n 1
            return 0
        end
    end
    return 1
end

function __quorate_takes_arguments
    __quorate_kind 1 >/dev/null; or __quorate_kind '*' >/dev/null
end

function __quorate_value # proposes values of a kind; the second word is what stands before the value in the same word
    set -l prefix $argv[2]
    set -l value (string sub -s (math (string length -- "$prefix") + 1) -- (commandline -ct))
    switch "$argv[1]"
        case ':*'
            for choice in (string split ' ' -- (string sub -s 2 -- $argv[1]))
                echo $prefix$choice
            end
        case file
            string replace -r '^' -- "$prefix" (__fish_complete_path $value)
        case directory
            string replace -r '^' -- "$prefix" (__fish_complete_directories $value '')
        case live
            __quorate_live
    end
end

function __quorate_live
    set -l typed (commandline -opc)
    set -l program quorate
    string match -q '*/quorate' -- $typed[1]; and set program $typed[1]
    $program __complete -- $typed[2..-1] (commandline -ct | string unescape) 2>/dev/null
end

function __quorate
    set -l place ''
    set -l position 0
    set -l awaiting ''
    set -l dashes ''
    set -l current (commandline -ct)
    __quorate_at ''
    for word in (commandline -opc)[2..-1]
        if test -n "$awaiting"
            set awaiting ''
        else if test -z "$dashes"; and string match -q -- -- $word
            set dashes 1
        else if test -z "$dashes"; and string match -q -- '-?*' $word
            if not string match -q '*=*' -- $word; and __quorate_kind $word >/dev/null
                set awaiting $word
            end
        else if test -z "$dashes$place" -a $position -eq 0; and string match -q -- '@?*' $word
            continue # members to ask
        else if test $position -eq 0; and string match -q -- $word\t'*' $__quorate_words; or contains -- $word $__quorate_also
            set place (string trim -- "$place $word")
            __quorate_at $place
        else if test $position -eq 0; and test -n "$__quorate_words"; and not __quorate_takes_arguments
            __quorate_live
            return
        else
            set position (math $position + 1)
        end
    end
    if test -n "$awaiting"
        __quorate_value (__quorate_kind $awaiting) ''
    else if test -z "$dashes$place" -a $position -eq 0; and string match -q -- '@*' $current
        __quorate_live
    else if test -z "$dashes"; and string match -q -- '--*=*' $current
        set -l name (string split -m1 = -- $current)[1]
        __quorate_value (__quorate_kind $name) $name=
    else if test -z "$dashes"; and string match -q -- '-*' $current
        printf '%s\n' $__quorate_flags
    else
        test $position -eq 0; and printf '%s\n' $__quorate_words
        set -l kind (__quorate_kind (math $position + 1); or __quorate_kind '*')
        test -n "$kind"; and __quorate_value $kind ''
    end
end

complete -c quorate -f -a '(__quorate)'
