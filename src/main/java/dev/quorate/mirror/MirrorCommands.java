package dev.quorate.mirror;

import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Effect;
import dev.quorate.command.Invocation;
import dev.quorate.command.OnProtected;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.EtcdClients;
import dev.quorate.etcd.EtcdSettings;
import dev.quorate.session.Connections;
import dev.quorate.session.Sessions;
import dev.quorate.time.Pause;
import java.util.List;

/** {@code make-mirror}. */
public final class MirrorCommands implements CommandGroup {

    private final Sessions sessions;
    private final Connections connections;
    private final EtcdClients clients;

    /** @param clients connects the destination */
    public MirrorCommands(Sessions sessions, Connections connections, EtcdClients clients) {
        this.sessions = sessions;
        this.connections = connections;
        this.clients = clients;
    }

    @Override
    public List<CommandSpec> commands() {
        return List.of(MirrorLine.declaration()
                .group("Keys")
                .effect(Effect.DESTROYS)
                .onProtected(OnProtected.RUNS)
                .runs(this::mirror));
    }

    private void mirror(Invocation line) throws InterruptedException {
        MirrorRequest request = MirrorLine.request(line);
        EtcdSettings settings = MirrorLine.destination(line, sessions.current().etcd());
        EtcdClient source = connections.client();
        try (EtcdClient client = clients.connect(settings)) {
            new SelfCheck(request, source, client).requireAnotherCluster();
            if (line.dryRun()) {
                line.note("would mirror to " + settings.endpoints());
                return;
            }
            Destination destination = new Destination(client, Pause.real(), line::note);
            new Mirror(request, source, destination, count -> line.print(new CountView(count)), line::note).run();
        }
    }
}
