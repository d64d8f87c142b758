package dev.quorate.hosts;

/** What {@code help} adds on hosts. */
final class HostHelp {

    static final String FACTS = """
            Examples:
              host facts                                       all members of the cluster in use
              host facts --hosts root@10.0.0.1,root@10.0.0.2   hosts that are in no cluster file
              host facts --hosts bastion -w json               a name of ~/.ssh/config""";

    static final String EXEC = """
            One word is a line for the shell of the host; several are a program and its arguments, after -- if they have \
            flags. It is shown and asked for first, unless it certainly only looks (cat, df, systemctl status and their \
            like) or the line has --yes. On one host the output comes as it is written; on several equal output stands \
            together. Ctrl-C ends the command on the hosts with all it has started.

            The exit status is that of the command on one host; on several it is 0 only if it was 0 on all.

            Examples:
              host exec uptime
              host exec --hosts etcd1 -- journalctl -u etcd -n 5
              host exec --sudo 'systemctl restart systemd-timesyncd' --yes""";

    static final String LOGS = """
            Times are those of the hosts, in UTC. Users that may not read the journal need --sudo. With -f, a host that is lost is \
            tried again until it answers, and goes on after the last entry that came; the others go on meanwhile.

            Examples:
              host logs --since 10m
              host logs -f --hosts etcd1,etcd3
              host logs --unit ssh -n 20 -w json""";

    static final String TRUST = """
            Shows the key of every host before anything else is said to it, and remembers those that are not known after \
            one yes. A key that differs from the known one is never accepted. Compare the fingerprints with what \
            ssh-keygen -l -f /etc/ssh/ssh_host_ed25519_key.pub shows on the host's own console.

            Examples:
              host trust
              host trust --hosts root@10.0.0.1,root@10.0.0.2
              host trust --accept-new                          in a script, on a network you trust""";

    static final String COPY_KEY = """
            The password is asked for once for all hosts. What is there already stays as it is. Every host is asked afterwards \
            whether it lets the key in, and what it refuses it for is named.

            Examples:
              host copy-key --hosts root@10.0.0.1,root@10.0.0.2
              host copy-key --ssh-user admin --public-key ~/.ssh/etcd.pub""";

    private HostHelp() {}
}
