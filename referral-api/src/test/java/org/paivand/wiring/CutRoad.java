package org.paivand.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.paivand.database.TestDatabase;

/** The road from a node to the test's MariaDB, which breaks when a disclosure is to be committed on it. */
public final class CutRoad implements AutoCloseable {
    private static final String DISCLOSURE = "INSERT INTO disclosed";
    private static final String COMMIT = "COMMIT";

    private final AtomicReference<Optional<Where>> cut = new AtomicReference<>(Optional.empty());
    private final ServerSocket listening;
    private final int port;

    /** Where the next commit of a disclosure gets lost. */
    public enum Where {
        ON_THE_WAY_THERE,
        /** It is done, and nobody says so. */
        ON_THE_WAY_BACK
    }

    public CutRoad() throws IOException {
        String url = TestDatabase.running().url();
        port = Integer.parseInt(url.replaceFirst(".*:([0-9]+)/.*", "$1"));
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    public String url() {
        return "jdbc:mariadb://127.0.0.1:" + listening.getLocalPort() + "/paivand";
    }

    /** Once; the road is whole again afterwards. */
    public void cutNext(Where where) {
        cut.set(Optional.of(where));
    }

    private void accept() {
        try {
            while (!listening.isClosed()) {
                Socket near = listening.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), port);
                daemon(() -> there(near, far));
                daemon(() -> back(far, near));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void there(Socket near, Socket far) {
        boolean disclosing = false;
        byte[] buffer = new byte[65_536];
        try (near;
                far) {
            InputStream in = near.getInputStream();
            OutputStream out = far.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                String said = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
                disclosing |= said.contains(DISCLOSURE);
                Optional<Where> now =
                        disclosing && said.contains(COMMIT) ? cut.getAndSet(Optional.empty()) : Optional.empty();
                if (now.equals(Optional.of(Where.ON_THE_WAY_THERE))) {
                    return;
                }
                if (now.isPresent()) {
                    near.close();
                }
                out.write(buffer, 0, read);
                disclosing &= !said.contains(COMMIT);
            }
        } catch (IOException broken) {
            // either side went, and so does the other
        }
    }

    private static void back(Socket far, Socket near) {
        try (far;
                near) {
            far.getInputStream().transferTo(near.getOutputStream());
        } catch (IOException broken) {
            // either side went, and so does the other
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "cut-road");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
