package org.paivand.realm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A realm whose libraries live apart from the caller's. While one of its calls runs, the thread finds services there too. */
public final class ApartRealm implements Realm {
    private static final String ADAPTER = "org.paivand.realm.keycloak.KeycloakRealm";
    private static final String MARKER = "META-INF/realm/readme.txt";

    private final ApartLoader loader;
    private final Realm realm;

    private ApartRealm(ApartLoader loader, Realm realm) {
        this.loader = loader;
        this.realm = realm;
    }

    /**
     * With the libraries in the folder {@code META-INF/realm} of the caller's own classes. Calls nobody yet.
     *
     * @throws IllegalStateException if they aren't there as files
     */
    public static ApartRealm of(RealmAccess access, ClassLoader house) {
        URL marker = house.getResource(MARKER);
        if (marker == null || !marker.getProtocol().equals("file")) {
            throw new IllegalStateException("the libraries of the admin client aren't unpacked");
        }
        try {
            return of(access, house, Path.of(marker.toURI()).resolveSibling("."));
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** With the libraries in that folder. */
    public static ApartRealm of(RealmAccess access, ClassLoader house, Path libraries) {
        ApartLoader loader = new ApartLoader(jars(libraries), house);
        try {
            Realm realm = within(loader, () -> (Realm)
                    loader.loadClass(ADAPTER).getConstructor(RealmAccess.class).newInstance(access));
            return new ApartRealm(loader, realm);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("the admin client can't be loaded", broken);
        }
    }

    private static URL[] jars(Path folder) {
        List<URL> urls = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                urls.add(url(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return urls.toArray(URL[]::new);
    }

    private static URL url(Path file) throws MalformedURLException {
        return file.toUri().toURL();
    }

    @FunctionalInterface
    private interface Work<T, E extends Exception> {
        T done() throws E;
    }

    private static <T, E extends Exception> T within(ClassLoader loader, Work<T, E> work) throws E {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.done();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void provide(AgencyAccount account) throws RealmException {
        ApartRealm.<Boolean, RealmException>within(loader, () -> {
            realm.provide(account);
            return true;
        });
    }

    @Override
    public ClientSecret renewSecret(AgencyAccount account) throws RealmException {
        return within(loader, () -> realm.renewSecret(account));
    }

    @Override
    public void revoke(AgencyAccount account) throws RealmException {
        ApartRealm.<Boolean, RealmException>within(loader, () -> {
            realm.revoke(account);
            return true;
        });
    }

    @Override
    public void close() {
        realm.close();
        try {
            loader.close();
        } catch (IOException unclosable) {
            throw new UncheckedIOException(unclosable);
        }
    }
}
