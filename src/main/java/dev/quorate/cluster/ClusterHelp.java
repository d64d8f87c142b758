package dev.quorate.cluster;

/** What {@code help} adds on cluster files. */
final class ClusterHelp {

    static final String INIT = """
            Asks for a name and members where a person is at a terminal and the line does not say. A name and an address \
            for each member are enough; the file shows every other setting at its default, to be changed in an editor.

            --like starts from a well-known way of building a cluster: 000 the distribution's package and an environment \
            file, 001 variables of an environment file and certificates that all share, 002 YAML and certificates with the \
            names of all, 003 six members with elliptic curves and a port for metrics, 004 flags in the unit and one server \
            certificate for all. Without --member it takes that example's members too.

            Examples:
              cluster init
              cluster init prod --member etcd1=10.0.0.1 --member etcd2=10.0.0.2 --member etcd3=10.0.0.3
              cluster init prod --like 002 --member etcd1=10.0.0.1@203.0.113.1 --ssh-user root --print""";

    static final String SHOW = """
            Examples:
              cluster show prod
              cluster show --file ./cluster.yaml --member etcd1   its configuration as it will be written""";

    static final String LINT = """
            First what makes the file useless: unknown and missing settings, values that cannot be, contradictions, all at \
            once with line and column. Then advice on what is sound but unwise: even member counts, zones whose loss \
            costs the quorum, names that do not resolve, addresses that certificates lack, tokens that collide, \
            certificates inside the data directory, keys that members share, versions that are not maintained.

            The exit status is 0 unless something must be mended.

            Examples:
              cluster lint prod
              cluster lint --file ./cluster.yaml --no-resolve -w json""";

    static final String DRIFT = """
            The exit status is 0 if nothing differs, 1 if something does: what cluster up would change, and also what it leaves \
            alone and only warns of, such as a member that the cluster file does not name, what others add to a unit \
            (systemctl edit), or an account with another home. Other warnings, such as clocks that are seconds apart, do not \
            count.""";

    static final String IMPORT = """
            The source may be servers of Hetzner Cloud as hcloud server list -o json prints them (the private address is \
            for cluster traffic, the public one for SSH), an Ansible inventory in YAML or INI (ansible_host, ansible_user, \
            ansible_port and private_ip count; ranges are understood), or a plain table of NAME ADDRESS [HOST] lines. \
            Which it is shows by its looks. What is not understood is told and left out. It may also be what was written \
            for the members themselves: a unit, a file of ETCD_* variables, a YAML file, or a folder with one for each member, \
            their unit and certificates beside them or in a folder of all; what is wrong with them is told.

            Examples:
              cluster import prod --selector cluster=prod,etcd=true     asks hcloud
              hcloud server list -o json | quorate cluster import prod -
              cluster import prod inventory.yml --group etcd --like 003
              cluster import prod hosts.txt --print
              cluster import prod ~/tutorial/finished --etcd-version 3.5.16""";

    static final String EXPORT = """
            The formats: kubeadm is the etcd.external stanza of its configuration, environment a file of ETCDCTL_* \
            variables, aliases a file with etcdctl_cluster and etcdctl_node1 and so on for bash, ansible an inventory, \
            ssh-config blocks for ~/.ssh/config. All paths are absolute.

            Examples:
              cluster export kubeadm prod
              cluster export aliases prod > ~/.bashrc.d/etcd-prod.sh
              cluster export ssh-config prod >> ~/.ssh/config""";

    static final String ADOPT = """
            Asks the cluster the session is connected to for its members, then looks on each host, by SSH, for the unit that \
            starts etcd, the files that configure it, its programs, its account and its certificates; of keys only the \
            headings are read, and nothing is changed. What members have differently, and what is wrong with what was found, \
            is told. The way in is kept under the cluster's name. Afterwards cluster drift shows whether the file and the \
            hosts agree: files that say the same in other words do, and certificates are compared by what they are as long \
            as none was issued here. To renew them, take their authority in with pki import.

            Examples:
              cluster adopt prod
              cluster adopt prod --host etcd1=203.0.113.1 --ssh-user root --unit etcd3""";

    private ClusterHelp() {}
}
