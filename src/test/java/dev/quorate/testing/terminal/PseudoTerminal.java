package dev.quorate.testing.terminal;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import org.jline.nativ.CLibrary;
import org.jline.nativ.JLineNativeLoader;
import org.jline.terminal.Size;
import org.jline.terminal.impl.jni.linux.LinuxNativePty;

/** A pseudo-terminal of the operating system: a device for the program and, for us, what is at its other end. */
final class PseudoTerminal implements AutoCloseable {

    private final LinuxNativePty pty;
    private final InputStream shown;
    private final OutputStream typed;

    private PseudoTerminal(LinuxNativePty pty) {
        this.pty = pty;
        this.shown = pty.getMasterInput();
        this.typed = pty.getMasterOutput();
    }

    static PseudoTerminal open(int columns, int rows) throws IOException {
        JLineNativeLoader.initialize();
        return new PseudoTerminal(LinuxNativePty.open(null, null, Size.of(columns, rows)));
    }

    /** The device a program opens as its terminal. */
    Path device() {
        return Path.of(pty.getName());
    }

    /**
     * Lets go of the device itself, so that the end of the last program on it is the end of {@link #shown}. To be called
     * when a program has it open.
     */
    void leaveToProgram() throws IOException {
        new FileInputStream(pty.getSlaveFD()).close();
    }

    /** What programs write. Linux ends it with an {@link IOException} when the last of them has gone. */
    InputStream shown() {
        return shown;
    }

    OutputStream typed() {
        return typed;
    }

    /** Changes the size; the kernel sends the foreground programs SIGWINCH. */
    void resize(int columns, int rows) throws IOException {
        CLibrary.WinSize size = new CLibrary.WinSize((short) rows, (short) columns);
        if (CLibrary.ioctl(pty.getMaster(), CLibrary.TIOCSWINSZ, size) != 0) {
            throw new IOException("the size of " + pty.getName() + " cannot be set");
        }
    }

    @Override
    public void close() throws IOException {
        shown.close();
    }
}
