package dev.quorate.certificates;

import dev.quorate.command.CommandGroup;
import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.EtcdClients;
import dev.quorate.etcd.EtcdSettings;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.output.OutputFormat;
import dev.quorate.passphrase.AuthorityKeyring;
import dev.quorate.passphrase.Passphrases;
import dev.quorate.session.Connections;
import dev.quorate.session.QuorateHome;
import dev.quorate.session.Session;
import dev.quorate.session.Sessions;
import dev.quorate.testing.FakeInvocation;
import dev.quorate.testing.Lines;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs {@code pki} lines on a PKI in a folder, with no cluster or one of given endpoints that answers no call. */
final class PkiConsole {

    private final CommandGroup commands;
    private final CertificateNames names;
    private final Path home;

    PkiConsole(Path home, Clock clock, String... endpoints) {
        this(home, clock, nobody(endpoints), PkiConsole::unreachable);
    }

    private static EtcdSettings nobody(String... endpoints) {
        return new EtcdSettings(
                List.of(endpoints).stream().map(Endpoint::new).toList(),
                EtcdSettings.Tls.NONE,
                Optional.empty(),
                EtcdSettings.Timeouts.DEFAULT,
                EtcdSettings.KeepAlive.DEFAULT);
    }

    /** With a cluster that answers. */
    PkiConsole(Path home, Clock clock, EtcdSettings settings, EtcdClients clients) {
        this.home = home;
        Sessions sessions = new Sessions(new Session(Optional.of("test"), settings, Session.Options.DEFAULT));
        names = new CertificateNames(sessions, new QuorateHome(home), clock);
        commands = new CertificateCommands(
                sessions,
                new Connections(sessions, clients),
                new QuorateHome(home),
                clock,
                new Passphrases(Map.of("CA_PASSPHRASE", "correct horse"), new AuthorityKeyring(clock)));
    }

    private static EtcdClient unreachable(EtcdSettings settings) {
        throw OperatorException.of(ExitCode.BAD_CONNECTION, "no cluster in this test");
    }

    /** As Tab would propose them. */
    List<String> names() {
        return names.get();
    }

    Path pki() {
        return home.resolve("clusters").resolve("test").resolve("pki");
    }

    Path file(String name) {
        return pki().resolve(name);
    }

    FakeInvocation line(String... words) {
        return line(OutputFormat.SIMPLE, words);
    }

    FakeInvocation line(OutputFormat format, String... words) {
        return new FakeInvocation(Lines.bind(commands, words), format);
    }

    FakeInvocation run(String... words) {
        return run(line(words));
    }

    FakeInvocation run(FakeInvocation line) {
        try {
            line.command().handler().run(line);
            return line;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
