package dev.quorate.inventory.file;

import dev.quorate.inventory.ServiceSpec;
import dev.quorate.inventory.ServiceSpec.Account;
import dev.quorate.inventory.ServiceSpec.Restart;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code service:}. */
final class ServiceReader {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9:_.@-]+");
    private static final Pattern POLICY =
            Pattern.compile("no|on-success|on-failure|on-abnormal|on-watchdog|on-abort|always");
    private static final Path UNITS = Path.of("/etc/systemd/system");

    private ServiceReader() {}

    static ServiceSpec read(Section section) {
        ServiceSpec base = ServiceSpec.DEFAULT;
        String name = section.value("name", ServiceReader::name, "write the unit's name, such as etcd", base.name());
        ServiceSpec service = new ServiceSpec(
                name,
                section.value("file", Words::absolutePath, Words.ABSOLUTE_PATH, UNITS.resolve(name + ".service")),
                section.text("description", base.description()),
                section.texts("documentation", base.documentation()),
                account(section),
                restart(section),
                section.texts("after", base.after()),
                section.has("open-files")
                        ? Optionals.number(section.value("open-files", Words::number, "write a number such as 65536"))
                        : base.openFiles());
        section.close();
        return service;
    }

    private static Optional<String> name(String word) {
        String bare = word.endsWith(".service") ? word.substring(0, word.length() - ".service".length()) : word;
        return Optional.of(bare).filter(text -> NAME.matcher(text).matches());
    }

    private static Account account(Section section) {
        Account base = Account.DEFAULT;
        String user = section.text("user", base.user());
        return new Account(
                user,
                section.text("group", user),
                section.value("home", Words::absolutePath, Words.ABSOLUTE_PATH),
                section.value("shell", Words::absolutePath, Words.ABSOLUTE_PATH, base.shell()));
    }

    private static Restart restart(Section section) {
        Restart base = Restart.DEFAULT;
        return new Restart(
                section.value(
                        "restart",
                        word -> Optional.of(word)
                                .filter(text -> POLICY.matcher(text).matches()),
                        "write one of systemd's, such as on-failure",
                        base.policy()),
                section.value("restart-delay", Words::delay, Words.DELAY, base.delay()),
                section.value("start-limit-interval", Words::delay, Words.DELAY));
    }
}
