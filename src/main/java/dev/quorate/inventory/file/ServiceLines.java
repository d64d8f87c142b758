package dev.quorate.inventory.file;

import dev.quorate.inventory.ServiceSpec;
import dev.quorate.inventory.ServiceSpec.Account;
import dev.quorate.inventory.ServiceSpec.Restart;
import java.nio.file.Path;

/** Writes {@code service:}. */
final class ServiceLines {

    private ServiceLines() {}

    static Lines of(ServiceSpec service) {
        ServiceSpec base = ServiceSpec.DEFAULT;
        Account account = service.account();
        Restart restart = service.restart();
        return new Lines("  ")
                .word("name", service.name(), base.name(), "")
                .word("file", service.file(), Path.of("/etc/systemd/system", service.unit()), "")
                .word("description", service.description(), base.description(), "")
                .words("documentation", service.documentation(), base.documentation(), "")
                .word("user", account.user(), base.account().user(), "made as a system account if missing")
                .word("group", account.group(), account.user(), "")
                .optional("home", account.home().map(Path::toString), "/var/lib/etcd", "none is made by default")
                .word("shell", account.shell(), base.account().shell(), "")
                .word("restart", restart.policy(), base.restart().policy(), "")
                .word(
                        "restart-delay",
                        Lines.delay(restart.delay()),
                        Lines.delay(base.restart().delay()),
                        "")
                .optional("start-limit-interval", restart.limitInterval().map(Lines::delay), "0s", "0s: never give up")
                .words("after", service.after(), base.after(), "")
                .setting("open-files", openFiles(service), openFiles(base), "");
    }

    private static String openFiles(ServiceSpec service) {
        return service.openFiles().isPresent()
                ? Integer.toString(service.openFiles().getAsInt())
                : "";
    }
}
