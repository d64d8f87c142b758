package dev.quorate.snapshot.bolt;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A database file, open for reading: its pages. */
final class BoltFile implements AutoCloseable {

    /** The smallest and largest page size there can be; a page is as large as the operating system's where it was written. */
    private static final int SMALLEST_PAGE = 1 << 9;

    private static final int LARGEST_PAGE = 1 << 16;

    /** Far above any entry etcd takes, and far below what a damaged number could ask for. */
    private static final long LARGEST_RUN = 1L << 30;

    private final FileChannel channel;
    private final Meta meta;

    private BoltFile(FileChannel channel, Meta meta) {
        this.channel = channel;
        this.meta = meta;
    }

    /**
     * Opens {@code file}, going by the newer of the two metas that are whole.
     *
     * @throws DamagedException if neither is, or the file ends before its last page
     */
    static BoltFile open(Path file) throws IOException, DamagedException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new BoltFile(channel, meta(channel));
        } catch (IOException | DamagedException e) {
            channel.close();
            throw e;
        }
    }

    Meta meta() {
        return meta;
    }

    private static Meta meta(FileChannel channel) throws IOException, DamagedException {
        long size = channel.size();
        if (size == 0) {
            throw new DamagedException("is empty");
        }
        Meta newest = newest(channel).orElseThrow(() -> new DamagedException("is no etcd database"));
        if (newest.pages() < 2 || newest.pages() > Integer.MAX_VALUE) {
            throw new DamagedException("says that it has " + newest.pages() + " pages");
        }
        if (newest.size() > size) {
            throw new DamagedException("is truncated: it has " + size + " bytes of " + newest.size());
        }
        return newest;
    }

    private static Optional<Meta> newest(FileChannel channel) throws IOException {
        Optional<Meta> first = metaAt(channel, 0).filter(meta -> plausible(meta.pageSize()));
        if (first.isPresent()) {
            Optional<Meta> second = metaAt(channel, first.get().pageSize())
                    .filter(meta -> meta.pageSize() == first.get().pageSize());
            boolean newer = second.filter(
                            meta -> meta.transaction() > first.get().transaction())
                    .isPresent();
            return newer ? second : first;
        }
        for (int pageSize = SMALLEST_PAGE; pageSize <= LARGEST_PAGE; pageSize *= 2) {
            int expected = pageSize;
            Optional<Meta> second = metaAt(channel, pageSize).filter(meta -> meta.pageSize() == expected);
            if (second.isPresent()) {
                return second;
            }
        }
        return Optional.empty();
    }

    private static boolean plausible(int pageSize) {
        return pageSize >= SMALLEST_PAGE && pageSize <= LARGEST_PAGE && Integer.bitCount(pageSize) == 1;
    }

    private static Optional<Meta> metaAt(FileChannel channel, long position) throws IOException {
        if (channel.size() < position + Meta.END) {
            return Optional.empty();
        }
        byte[] bytes = new byte[Meta.END];
        read(channel, ByteBuffer.wrap(bytes), position);
        return Meta.in(bytes);
    }

    /** Page {@code id} with those it overflows into. */
    Page page(long id) throws IOException, DamagedException {
        if (id < 2 || id >= meta.pages()) {
            throw new DamagedException("refers to page " + id + " of " + meta.pages());
        }
        long position = id * meta.pageSize();
        byte[] bytes = new byte[meta.pageSize()];
        read(channel, ByteBuffer.wrap(bytes), position);
        Page page = new Page(bytes, 0);
        if (page.id() != id) {
            throw new DamagedException("has page " + page.id() + " where page " + id + " should be");
        }
        return page.overflow() == 0 ? page : whole(page, id, position);
    }

    private Page whole(Page page, long id, long position) throws IOException, DamagedException {
        long size = (page.overflow() + 1) * meta.pageSize();
        if (id + page.overflow() >= meta.pages() || size > LARGEST_RUN) {
            throw new DamagedException("has a page " + id + " of " + size + " bytes");
        }
        byte[] bytes = new byte[(int) size];
        read(channel, ByteBuffer.wrap(bytes), position);
        return new Page(bytes, 0);
    }

    private static void read(FileChannel channel, ByteBuffer target, long position) throws IOException {
        while (target.hasRemaining()) {
            if (channel.read(target, position + target.position()) < 0) {
                throw new IOException("the file ended while it was read");
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
