package dev.quorate.context;

import dev.quorate.command.Argument;
import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Completes;
import dev.quorate.command.Flag;
import dev.quorate.command.Invocation;
import dev.quorate.command.ValueTypes;
import java.util.List;
import java.util.Optional;

/** {@code connect}. */
public final class ConnectCommands implements CommandGroup {

    private static final Argument<List<String>> ENDPOINTS = Argument.oneOrMore(
            "endpoints",
            ValueTypes.TEXT.named("endpoints").completing(Completes.ENDPOINT),
            "endpoints of the cluster, with or without scheme; comma lists or several words");
    private static final Flag<Optional<String>> SAVE = Flag.optional(
            "save", ValueTypes.TEXT.named("name"), "saves it as a context of this name, to use at every later start");

    private final Connector connector;

    public ConnectCommands(Connector connector) {
        this.connector = connector;
    }

    @Override
    public List<CommandSpec> commands() {
        return List.of(CommandSpec.named("connect", "Moves to a cluster and checks that it answers")
                .group("Session")
                .details("""
                        Takes --cacert, --cert, --key, --user and --password-file as every line does, and keeps them for \
                        the lines to come. Nothing of the cluster used before applies to the new one. A password is \
                        asked for, and never stored; --password-file stores the name of the file.

                          connect 10.0.0.1,10.0.0.2,10.0.0.3 --cacert ca.pem --cert me.pem --key me-key.pem --save prod""")
                .arguments(ENDPOINTS)
                .flags(SAVE)
                .runs(this::connect));
    }

    private void connect(Invocation line) throws Exception {
        Connected connected = connector.connect(String.join(",", line.get(ENDPOINTS)), line.get(SAVE));
        line.print(connected.view());
    }
}
