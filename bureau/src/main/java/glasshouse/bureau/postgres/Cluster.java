package glasshouse.bureau.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A PostgreSQL of the bureau's own in a folder: a direct child of this process, reached over the
/// loopback interface with a password that only the folder holds, and as durable as PostgreSQL can
/// be (fsync and synchronous commits on).
///
/// One process at a time has the folder: it holds a lock on the file `lock`. A postmaster that a
/// killed process left behind is stopped by its `postmaster.pid` before a new one starts.
public final class Cluster implements AutoCloseable {
    private static final int START_SECONDS = 60;
    private static final int STOP_SECONDS = 30;
    private static final long POLL_MILLIS = 20;

    private final FileChannel lockFile;
    private final Process postmaster;
    private final int port;
    private final String password;

    private Cluster(FileChannel lockFile, Process postmaster, int port, String password) {
        this.lockFile = lockFile;
        this.postmaster = postmaster;
        this.port = port;
        this.password = password;
    }

    /// Starts the cluster of a folder, making it first where there is none.
    public static Cluster start(Path folder, Path cache) throws IOException, InterruptedException {
        Path home = Files.createDirectories(folder.toAbsolutePath()).toRealPath();
        FileChannel lock = lock(home);
        try {
            Path binaries = Binaries.in(cache.toAbsolutePath());
            Keeper keeper = Keeper.find();
            if (!keeper.reaches(home) || !keeper.reaches(binaries)) {
                throw new IOException(
                        ("The folder %s or %s is closed to the unprivileged user who runs "
                                        + "PostgreSQL; choose a --data-dir that others may pass "
                                        + "through, "
                                        + "such as one in /var/lib.")
                                .formatted(home, binaries));
            }
            String password = password(home);
            Path data = home.resolve("postgres");
            if (Files.notExists(home.resolve("initialised"))) {
                initialise(keeper, binaries, data, password);
                Files.createFile(home.resolve("initialised"));
            }
            stopStale(data);
            int port = freePort();
            Process postmaster = launch(keeper, binaries, home, data, port);
            awaitReady(postmaster, data, home);
            return new Cluster(lock, postmaster, port, password);
        } catch (IOException | InterruptedException | RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    /// Where to reach it, with the password; not for logs.
    public String url() {
        return "jdbc:postgresql://127.0.0.1:%s/postgres?user=glasshouse&password=%s"
                .formatted(port, password);
    }

    /// The process that PostgreSQL runs in.
    public long pid() {
        return postmaster.pid();
    }

    /// Stops PostgreSQL: at once for its clients, and with everything written.
    @Override
    public void close() {
        try {
            stop(postmaster.toHandle());
            lockFile.close();
        } catch (IOException | InterruptedException failure) {
            Thread.currentThread().interrupt();
        }
    }

    private static FileChannel lock(Path home) throws IOException {
        FileChannel file =
                FileChannel.open(
                        home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held;
        try {
            held = file.tryLock();
        } catch (OverlappingFileLockException _) {
            held = null;
        }
        if (held == null) {
            file.close();
            throw new IOException(
                    "Another process serves %s; stop it, or choose another --data-dir."
                            .formatted(home));
        }
        return file;
    }

    private static String password(Path home) throws IOException {
        Path file = home.resolve("password");
        if (Files.notExists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Path fresh =
                    Files.createTempFile(
                            home,
                            "password",
                            ".new",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, HexFormat.of().formatHex(random));
            Files.move(fresh, file);
        }
        return Files.readString(file).strip();
    }

    /// `initdb`, from the start even where an earlier one was interrupted.
    private static void initialise(Keeper keeper, Path binaries, Path data, String password)
            throws IOException, InterruptedException {
        if (Files.exists(data)) {
            Optional<String> _ = Keeper.said("rm", "-rf", data.toString());
        }
        keeper.own(data);
        Path secret = Files.createTempFile("glasshouse-", ".pw");
        try {
            Files.writeString(secret, password);
            if (keeper.isAnother()) {
                Optional<String> _ = Keeper.said("chown", keeper.uid() + "", secret.toString());
            }
            List<String> words =
                    keeper.words(
                            binaries.resolve("bin/initdb"),
                            "--pgdata=" + data,
                            "--username=glasshouse",
                            "--pwfile=" + secret,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--data-checksums");
            if (Keeper.said(words.toArray(new String[0])).isEmpty()) {
                throw new IOException(
                        "PostgreSQL's initdb failed in %s; is there room, and may it be written?"
                                .formatted(data));
            }
        } finally {
            Files.delete(secret);
        }
    }

    private static Process launch(Keeper keeper, Path binaries, Path home, Path data, int port)
            throws IOException {
        List<String> settings =
                List.of(
                        "listen_addresses=127.0.0.1",
                        "port=" + port,
                        "unix_socket_directories=",
                        "fsync=on",
                        "synchronous_commit=on",
                        "full_page_writes=on",
                        "shared_buffers=256MB",
                        "max_wal_size=4GB",
                        "max_connections=40",
                        "timezone=UTC",
                        "log_min_messages=warning",
                        "log_statement=none",
                        "log_parameter_max_length=0",
                        "log_parameter_max_length_on_error=0");
        var arguments = new ArrayList<>(List.of("-D", data.toString()));
        settings.forEach(setting -> arguments.addAll(List.of("-c", setting)));
        return new ProcessBuilder(
                        keeper.words(
                                binaries.resolve("bin/postgres"), arguments.toArray(new String[0])))
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.resolve("postgres.log").toFile()))
                .start();
    }

    /// The last line of `postmaster.pid` says `ready` once connections are taken.
    private static void awaitReady(Process postmaster, Path data, Path home)
            throws IOException, InterruptedException {
        Path file = data.resolve("postmaster.pid");
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (System.nanoTime() < until && postmaster.isAlive()) {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (lines.size() >= 8
                    && lines.getFirst().strip().equals(Long.toString(postmaster.pid()))
                    && lines.get(7).strip().equals("ready")) {
                return;
            }
            Thread.sleep(POLL_MILLIS);
        }
        postmaster.destroyForcibly();
        throw new IOException(
                "PostgreSQL did not start; %s says why.".formatted(home.resolve("postgres.log")));
    }

    private static void stopStale(Path data) throws IOException, InterruptedException {
        Path file = data.resolve("postmaster.pid");
        if (Files.notExists(file)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        Optional<ProcessHandle> left = ProcessHandle.of(pid);
        if (left.isPresent() && servesFrom(left.get(), data)) {
            stop(left.get());
        }
    }

    /// Whether a process is a postmaster of this folder, and not one that got its number later.
    private static boolean servesFrom(ProcessHandle process, Path data) throws IOException {
        Path proc = Path.of("/proc/" + process.pid());
        if (Files.exists(proc)) {
            return Files.exists(proc.resolve("cwd"))
                    && data.equals(proc.resolve("cwd").toRealPath());
        }
        return process.info().command().orElse("").endsWith("postgres");
    }

    /// SIGINT is PostgreSQL's fast shutdown; SIGQUIT, after long waiting, its immediate one.
    private static void stop(ProcessHandle process) throws IOException, InterruptedException {
        for (String signal : List.of("-INT", "-QUIT", "-KILL")) {
            Optional<String> _ = Keeper.said("sh", "-c", "kill " + signal + " " + process.pid());
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_SECONDS);
            while (System.nanoTime() < until && process.isAlive()) {
                Thread.sleep(POLL_MILLIS);
            }
            if (!process.isAlive()) {
                return;
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
