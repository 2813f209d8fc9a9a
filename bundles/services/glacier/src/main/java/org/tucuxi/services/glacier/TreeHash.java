package org.tucuxi.services.glacier;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;

/**
 * The hashes of an upload.
 *
 * @param linear SHA-256 of the whole, in hexadecimal digits
 * @param tree the root of the tree over the SHA-256 of each MiB; a last one without a neighbour goes up as it is
 */
record TreeHash(String linear, String tree) {

    private static final int LEAF = 1 << 20;

    static TreeHash of(InputStream in) throws IOException {
        MessageDigest whole = sha256();
        MessageDigest leaf = sha256();
        // One digest for each level that waits for its neighbour: 64 levels are more than any stream has.
        Deque<Level> waiting = new ArrayDeque<>();
        byte[] buffer = new byte[1 << 16];
        int inLeaf = 0;
        for (int read = in.read(buffer, 0, buffer.length); read >= 0;
                read = in.read(buffer, 0, Math.min(buffer.length, LEAF - inLeaf))) {
            whole.update(buffer, 0, read);
            leaf.update(buffer, 0, read);
            inLeaf += read;
            if (inLeaf == LEAF) {
                push(waiting, leaf.digest());
                inLeaf = 0;
            }
        }
        if (inLeaf > 0 || waiting.isEmpty()) {
            push(waiting, leaf.digest());
        }
        return new TreeHash(HexFormat.of().formatHex(whole.digest()), HexFormat.of().formatHex(root(waiting)));
    }

    private record Level(int height, byte[] hash) {
    }

    private static void push(Deque<Level> waiting, byte[] leaf) {
        Level level = new Level(0, leaf);
        while (!waiting.isEmpty() && waiting.peek().height() == level.height()) {
            level = new Level(level.height() + 1, both(waiting.pop().hash(), level.hash()));
        }
        waiting.push(level);
    }

    private static byte[] root(Deque<Level> waiting) {
        byte[] hash = waiting.pop().hash();
        while (!waiting.isEmpty()) {
            hash = both(waiting.pop().hash(), hash);
        }
        return hash;
    }

    private static byte[] both(byte[] left, byte[] right) {
        MessageDigest digest = sha256();
        digest.update(left);
        return digest.digest(right);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
