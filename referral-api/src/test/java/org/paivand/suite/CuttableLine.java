package org.paivand.suite;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line between the node and its database that can be cut and mended. While cut, what is open is closed and what is new is refused. */
final class CuttableLine {
    private final ServerSocket entrance;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    CuttableLine(int target) throws IOException {
        this.target = target;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::admit);
    }

    int port() {
        return entrance.getLocalPort();
    }

    void cut() {
        cut = true;
        open.forEach(CuttableLine::close);
    }

    void mend() {
        cut = false;
    }

    private void admit() {
        while (!entrance.isClosed()) {
            try {
                Socket near = entrance.accept();
                open.add(near);
                if (cut) {
                    close(near);
                } else {
                    Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                    open.add(far);
                    start(() -> pump(near, far));
                    start(() -> pump(far, near));
                }
            } catch (IOException refused) {
                // The other end will notice; this one waits for the next.
            }
        }
    }

    private void pump(Socket from, Socket to) {
        try (from;
                to) {
            InputStream source = from.getInputStream();
            OutputStream sink = to.getOutputStream();
            source.transferTo(sink);
        } catch (IOException closed) {
            // Cut, or done.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "line");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // Closed is what it should be.
        }
    }
}
