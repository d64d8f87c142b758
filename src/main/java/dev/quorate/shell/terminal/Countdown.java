package dev.quorate.shell.terminal;

import dev.quorate.session.Protection.State;
import dev.quorate.time.Pause;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets the prompt count down while a protected context is unlocked, until it says that the time is over. */
final class Countdown implements AutoCloseable {

    private static final Duration TICK = Duration.ofSeconds(1);

    private final Supplier<State> protection;
    private final Runnable repaint;
    private final Pause pause = Pause.real();
    private volatile @Nullable Thread ticker;

    Countdown(Supplier<State> protection, Runnable repaint) {
        this.protection = protection;
        this.repaint = repaint;
    }

    void start() {
        ticker = Thread.ofVirtual().name("countdown").start(this::tick);
    }

    private void tick() {
        boolean counting = false;
        try {
            while (true) {
                pause.of(TICK);
                boolean counted = counting;
                counting = protection.get() instanceof State.Unlocked;
                if (counting || counted) {
                    repaint.run();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        Thread running = ticker;
        if (running != null) {
            running.interrupt();
        }
    }
}
