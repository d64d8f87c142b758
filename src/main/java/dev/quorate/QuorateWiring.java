package dev.quorate;

import dev.quorate.access.AccessCommands;
import dev.quorate.access.AuthCommands;
import dev.quorate.access.RoleCommands;
import dev.quorate.access.UserCommands;
import dev.quorate.audit.AuditLog;
import dev.quorate.audit.HostChanges;
import dev.quorate.certificates.CertificateCommands;
import dev.quorate.certificates.CertificateNames;
import dev.quorate.check.CheckCommands;
import dev.quorate.check.PatientClient;
import dev.quorate.cluster.AdoptCommands;
import dev.quorate.cluster.ClusterBuild;
import dev.quorate.cluster.ClusterCommands;
import dev.quorate.cluster.ClusterFileCommands;
import dev.quorate.cluster.ClusterHosts;
import dev.quorate.cluster.ClusterStatus;
import dev.quorate.cluster.ExchangeCommands;
import dev.quorate.cluster.NamesInFiles;
import dev.quorate.cluster.SshClusterHosts;
import dev.quorate.cluster.StatusCommands;
import dev.quorate.cluster.Toolbox;
import dev.quorate.cluster.lint.SystemResolver;
import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Completes;
import dev.quorate.context.ConnectCommands;
import dev.quorate.context.Connector;
import dev.quorate.context.ContextCommands;
import dev.quorate.context.ProtectionCommands;
import dev.quorate.context.SettingCommands;
import dev.quorate.etcd.EtcdClients;
import dev.quorate.etcd.EtcdSettings;
import dev.quorate.etcd.jetcd.JetcdClients;
import dev.quorate.health.HealthProbe;
import dev.quorate.hosts.HostCommands;
import dev.quorate.kv.KvCommands;
import dev.quorate.lease.LeaseCommands;
import dev.quorate.lock.LockCommands;
import dev.quorate.maintenance.AlarmCommands;
import dev.quorate.maintenance.DefragCommands;
import dev.quorate.maintenance.DowngradeCommands;
import dev.quorate.maintenance.EndpointCommands;
import dev.quorate.maintenance.EndpointSurvey;
import dev.quorate.maintenance.RollingDefrag;
import dev.quorate.member.LeaderCommands;
import dev.quorate.member.MemberCommands;
import dev.quorate.mirror.MirrorCommands;
import dev.quorate.passphrase.AuthorityKeyring;
import dev.quorate.passphrase.Passphrases;
import dev.quorate.provision.binary.EtcdBinaries;
import dev.quorate.remote.local.LocalHost;
import dev.quorate.remote.local.Supervisor;
import dev.quorate.remote.ssh.SshHosts;
import dev.quorate.remote.ssh.SshLimits;
import dev.quorate.sandbox.Sandbox;
import dev.quorate.sandbox.SandboxCommands;
import dev.quorate.session.ClusterContexts;
import dev.quorate.session.Connections;
import dev.quorate.session.ContextStore;
import dev.quorate.session.NamedMembers;
import dev.quorate.session.Protection;
import dev.quorate.session.QuorateHome;
import dev.quorate.session.Session;
import dev.quorate.session.SessionResolver;
import dev.quorate.session.Sessions;
import dev.quorate.shell.ActiveQuestions;
import dev.quorate.shell.AuditTrail;
import dev.quorate.shell.Binder;
import dev.quorate.shell.CommandCatalog;
import dev.quorate.shell.FailureReporter;
import dev.quorate.shell.HelpCommands;
import dev.quorate.shell.InteractiveConsole;
import dev.quorate.shell.LineExecutor;
import dev.quorate.shell.LineSessions;
import dev.quorate.shell.LineWarmUp;
import dev.quorate.shell.Safeguards;
import dev.quorate.shell.ScriptCommands;
import dev.quorate.shell.ScriptReader;
import dev.quorate.shell.ScriptRunner;
import dev.quorate.shell.VersionCommands;
import dev.quorate.shell.completion.ClusterSources;
import dev.quorate.shell.completion.CompletionSource;
import dev.quorate.shell.completion.Foresight;
import dev.quorate.shell.completion.LineCompletion;
import dev.quorate.shell.completion.LineHints;
import dev.quorate.shell.completion.Lookups;
import dev.quorate.shell.completion.NameSource;
import dev.quorate.shell.completion.script.CompletionCommands;
import dev.quorate.shell.history.History;
import dev.quorate.shell.history.HistoryCommands;
import dev.quorate.shell.terminal.LineAssistance;
import dev.quorate.shell.terminal.ReplRunner;
import dev.quorate.shell.terminal.Surroundings;
import dev.quorate.snapshot.Restoring;
import dev.quorate.snapshot.Saving;
import dev.quorate.snapshot.SnapshotCommands;
import dev.quorate.time.Pause;
import dev.quorate.time.WorkingClock;
import dev.quorate.watch.WatchCommands;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Builds the objects of the program. The only class that sees every package. */
final class QuorateWiring {

    /** For one look at the cluster for the prompt; within it, dead members are told from slow ones. */
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(3);

    private static final Duration NAME_SERVER_PATIENCE = Duration.ofSeconds(3);

    /** For what a shell asks when Tab is pressed, beyond the start of the program. */
    private static final Duration LONGEST_TAB = Duration.ofMillis(1500);

    private final Beans beans = new Beans();
    private final Launch launch;

    private QuorateWiring(Launch launch) {
        this.launch = launch;
    }

    /** The objects of a program started by {@code launch}; closing them closes its connections. */
    static Beans wire(Launch launch) {
        QuorateWiring wiring = new QuorateWiring(launch);
        wiring.session();
        wiring.hosts();
        wiring.sandbox();
        wiring.clusters();
        wiring.shell();
        wiring.console();
        return wiring.beans;
    }

    private void session() {
        add(Clock.class, Clock::systemUTC);
        add(WorkingClock.class, () -> new WorkingClock(get(Clock.class)));
        add(QuorateHome.class, () -> QuorateHome.of(launch.environment()));
        add(ContextStore.class, () -> new ContextStore(get(QuorateHome.class)));
        add(Protection.class, () -> new Protection(get(ContextStore.class), get(Clock.class)));
        add(SessionResolver.class, () -> new SessionResolver(launch.environment(), get(ContextStore.class)));
        add(Sessions.class, () -> new Sessions(get(SessionResolver.class).forOneLine()));
        add(EtcdClients.class, JetcdClients::new);
        add(ActiveQuestions.class, () -> new ActiveQuestions(launch.streams().questions(), get(WorkingClock.class)));
        add(
                Connections.class,
                () -> new Connections(
                        get(Sessions.class), get(EtcdClients.class), get(ActiveQuestions.class)::readSecret));
    }

    private void hosts() {
        add(LocalHost.class, () -> new LocalHost("this machine", new Supervisor(Map.of(), Pause.real())));
        add(
                SshHosts.class,
                () -> new SshHosts(
                        new HostQuestions(get(ActiveQuestions.class)), launch.environment(), SshLimits.USUAL));
    }

    private void sandbox() {
        add(
                Sandbox.class,
                () -> new Sandbox(
                        get(QuorateHome.class).cluster(Sandbox.NAME),
                        get(EtcdClients.class),
                        launch.environment(),
                        get(Clock.class),
                        Pause.real()));
        add(
                ClusterContexts.class,
                () -> new ClusterContexts(get(ContextStore.class), get(SessionResolver.class), get(Sessions.class)));
    }

    private void clusters() {
        add(ClusterHosts.class, () -> new SshClusterHosts(() -> get(SshHosts.class)));
        add(
                Toolbox.class,
                () -> new Toolbox(
                        get(LocalHost.class),
                        new EtcdBinaries(get(LocalHost.class), launch.environment()),
                        get(EtcdClients.class),
                        get(WorkingClock.class),
                        Pause.real()));
        add(
                HostChanges.class,
                () -> new HostChanges(get(AuditLog.class), get(Clock.class), System.getProperty("user.name")));
        add(Passphrases.class, () -> new Passphrases(launch.environment(), new AuthorityKeyring(get(Clock.class))));
        add(
                ClusterBuild.class,
                () -> new ClusterBuild(
                        get(ClusterHosts.class),
                        get(Toolbox.class),
                        get(HostChanges.class),
                        get(Passphrases.class),
                        this::savedWayTo));
    }

    private CommandGroup adoptCommands() {
        return new AdoptCommands(
                get(QuorateHome.class),
                get(Connections.class),
                cluster -> get(ClusterHosts.class).open(cluster),
                name -> get(ClusterContexts.class)
                        .use(name, get(Sessions.class).current().etcd()));
    }

    private Optional<EtcdSettings> savedWayTo(String cluster) {
        Session current = get(Sessions.class).current();
        if (current.cluster().filter(cluster::equals).isPresent()) {
            return Optional.of(current.etcd());
        }
        return get(ContextStore.class)
                .find(cluster)
                .map(context -> get(SessionResolver.class)
                        .using(get(Sessions.class).standing(), context)
                        .etcd());
    }

    private void shell() {
        add(CommandCatalog.class, () -> new CommandCatalog(commands()));
        add(Binder.class, () -> new Binder(get(CommandCatalog.class)));
        add(FailureReporter.class, FailureReporter::new);
        add(AuditLog.class, () -> new AuditLog(get(QuorateHome.class).audit()));
        add(LineExecutor.class, () -> executor(beans, get(AuditLog.class)));
        add(ScriptReader.class, () -> new ScriptReader(get(Binder.class)));
        add(
                ScriptRunner.class,
                () -> new ScriptRunner(get(LineExecutor.class), get(FailureReporter.class), get(Sessions.class)));
    }

    /** Runs lines as all are run, but for the account that is kept of them. */
    static LineExecutor executor(Beans beans, AuditLog log) {
        AuditTrail audit = new AuditTrail(log, beans.get(Clock.class), System.getProperty("user.name"));
        return new LineExecutor(
                beans.get(Binder.class),
                new LineSessions(
                        beans.get(Sessions.class),
                        beans.get(SessionResolver.class),
                        names -> new NamedMembers(beans.get(Sessions.class), beans.get(Connections.class)).of(names)),
                beans.get(FailureReporter.class),
                new Safeguards(audit, beans.get(Protection.class)));
    }

    private void console() {
        add(History.class, () -> new History(get(QuorateHome.class), get(Sessions.class), get(Clock.class)));
        add(
                InteractiveConsole.class,
                () -> new ReplRunner(get(LineExecutor.class), assistance(), get(History.class), surroundings()));
    }

    private LineAssistance assistance() {
        Lookups lookups = new Lookups(get(Sessions.class), get(Clock.class));
        return new LineAssistance(
                completion(lookups),
                new LineHints(get(Binder.class)),
                new Foresight(Map.of(
                        "pki", new LineWarmUp(log -> executor(beans, log), UsualLines::ofPki, LineWarmUp.MEMORY))));
    }

    private LineCompletion completion(Lookups lookups) {
        ClusterSources sources = new ClusterSources(
                get(Sessions.class), get(Connections.class), get(ContextStore.class), get(Clock.class), lookups);
        NamesInFiles names = new NamesInFiles(get(QuorateHome.class), get(Sessions.class));
        Stream<CompletionSource> named = Stream.of(
                new NameSource(
                        Completes.CERTIFICATE,
                        new CertificateNames(get(Sessions.class), get(QuorateHome.class), get(Clock.class))),
                new NameSource(Completes.CLUSTER, names::clusters),
                new NameSource(Completes.HOST, names::members));
        return new LineCompletion(
                get(Binder.class), Stream.concat(sources.all().stream(), named).toList());
    }

    /** For a shell's Tab, which has to wait for a start of the program and a first connection anyhow. */
    private LineCompletion completionInShells() {
        return completion(new Lookups(get(Sessions.class), get(Clock.class), LONGEST_TAB));
    }

    private Surroundings surroundings() {
        HealthProbe probe = new HealthProbe(get(Sessions.class), get(Connections.class));
        return new Surroundings(
                get(Sessions.class),
                () -> probe.look(LONGEST_LOOK),
                get(Protection.class),
                get(ActiveQuestions.class),
                launch.environment());
    }

    /** Every command, in the order help lists them. */
    private List<CommandSpec> commands() {
        List<CommandGroup> groups = new ArrayList<>();
        groups.addAll(sessionCommands());
        groups.addAll(clusterCommands());
        groups.add(hostCommands());
        groups.addAll(consoleCommands());
        List<CommandSpec> commands = new ArrayList<>();
        groups.forEach(group -> commands.addAll(group.commands()));
        return commands;
    }

    private List<CommandGroup> sessionCommands() {
        Sessions sessions = get(Sessions.class);
        SessionResolver resolver = get(SessionResolver.class);
        ContextStore contexts = get(ContextStore.class);
        Connections connections = get(Connections.class);
        return List.of(
                new ConnectCommands(new Connector(sessions, resolver, contexts, connections)),
                new ContextCommands(sessions, resolver, contexts, connections),
                new ProtectionCommands(sessions, contexts, get(Protection.class)),
                new SettingCommands(sessions, resolver, connections));
    }

    private List<CommandGroup> clusterCommands() {
        Sessions sessions = get(Sessions.class);
        Connections connections = get(Connections.class);
        EndpointSurvey survey = new EndpointSurvey(sessions, connections);
        ClusterStatus status = new ClusterStatus(sessions, connections, get(Clock.class));
        return List.of(
                new KvCommands(connections, sessions),
                new WatchCommands(connections, launch.environment()),
                new LeaseCommands(connections),
                new LockCommands(connections),
                new MemberCommands(connections),
                new LeaderCommands(connections),
                new AuthCommands(sessions, connections),
                new UserCommands(connections),
                new RoleCommands(connections),
                new AccessCommands(connections),
                new ClusterFileCommands(get(QuorateHome.class), sessions, new SystemResolver(NAME_SERVER_PATIENCE)),
                new ExchangeCommands(get(QuorateHome.class), sessions, get(LocalHost.class), this::savedWayTo),
                adoptCommands(),
                new StatusCommands(status),
                new ClusterCommands(
                        get(QuorateHome.class),
                        sessions,
                        () -> get(ClusterBuild.class),
                        () -> get(ClusterContexts.class),
                        status),
                new EndpointCommands(survey),
                new AlarmCommands(connections),
                new DefragCommands(new RollingDefrag(survey, connections)),
                new DowngradeCommands(connections),
                new CheckCommands(new PatientClient(sessions, connections)),
                new MirrorCommands(sessions, connections, get(EtcdClients.class)),
                new SnapshotCommands(new Saving(sessions, connections), this::restoring),
                new CertificateCommands(
                        sessions, connections, get(QuorateHome.class), get(Clock.class), get(Passphrases.class)));
    }

    private Restoring restoring() {
        LocalHost here = get(LocalHost.class);
        return new Restoring(here, new EtcdBinaries(here, launch.environment()));
    }

    private CommandGroup hostCommands() {
        return new HostCommands(
                get(QuorateHome.class),
                get(Sessions.class),
                () -> get(SshHosts.class),
                get(Clock.class),
                launch.environment());
    }

    private List<CommandGroup> consoleCommands() {
        return List.of(
                new SandboxCommands(() -> get(Sandbox.class), () -> get(ClusterContexts.class)),
                new HistoryCommands(get(History.class)),
                new HelpCommands(() -> get(Binder.class)),
                new VersionCommands(),
                new CompletionCommands(
                        get(Sessions.class),
                        get(SessionResolver.class),
                        () -> get(Binder.class),
                        this::completionInShells),
                new ScriptCommands(() -> get(ScriptReader.class), () -> get(ScriptRunner.class), launch.environment()));
    }

    private <T> void add(Class<T> type, Supplier<T> maker) {
        beans.add(type, maker);
    }

    private <T> T get(Class<T> type) {
        return beans.get(type);
    }
}
