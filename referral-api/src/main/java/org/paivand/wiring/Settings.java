package org.paivand.wiring;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.paivand.audit.key.SigningStore;
import org.paivand.casefile.section.Urgency;
import org.paivand.database.DataSources;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Coded;
import org.paivand.disclosure.event.LogSuccession;
import org.paivand.erasure.Retention;
import org.paivand.mail.MailAddress;
import org.paivand.mail.smtp.MailRelay;
import org.paivand.realm.RealmAccess;
import org.paivand.referral.RespondWithin;
import org.paivand.reminder.Reminding;

/**
 * What an operator configures (MicroProfile Config; environment variables by the usual mapping, {@code PAIVAND_DB_URL} and so
 * on). docs/operating.md lists each with its default.
 *
 * @param migration the credential for migrations; without it the schema must be at its version already
 * @param signingKeys where the log's keys are
 * @param registry a directory with the five files of a registry (docs/registry.md); without it the sample registry
 * @param policy a policy document; without it the first policy for Tajikistan
 * @param logReason why the log of that origin follows the one before, while it is new
 * @param logPublic whether anybody may read the log's own files, which tell types and times of entries
 * @param retention how long openings of entries are kept
 * @param maxLag how long an entry may wait for its index and its checkpoint before releases stop
 * @param maxStepBack how far the clock may be behind the database's, or behind what was recorded, before releases stop
 * @param checkEvery how often the log is checked against itself
 * @param recordLate how long after it what was told outside can still be recorded
 */
public record Settings(
        DatabaseAccess database,
        Optional<DatabaseAccess> migration,
        int poolSize,
        Path keystore,
        String keystorePassword,
        Path caseKeys,
        SigningStore signingKeys,
        String logOrigin,
        Optional<LogSuccession> logReason,
        boolean logPublic,
        Retention retention,
        Duration maxLag,
        Duration maxStepBack,
        Duration checkEvery,
        AgencyId operator,
        Optional<Path> registry,
        Optional<Path> policy,
        Publishing publishing,
        RespondWithin respondWithin,
        Witnessing witnessing,
        Keeping keeping,
        Reminding reminding,
        Person person,
        Onboarding onboarding,
        Webhooks webhooks,
        Mail mail,
        Requests requests,
        Form form,
        Duration recordLate) {

    public static final Duration RECORD_LATE = Duration.ofDays(365);

    /**
     * How much each may ask in a minute.
     *
     * @param ofClients an agency's client
     * @param ofStrangers an address without a token
     */
    public record Requests(int ofClients, int ofStrangers) {
        public static final Requests USUAL = new Requests(120_000, 6_000);
    }

    /**
     * How mails are sent.
     *
     * @param relay that takes them; without it there are none
     * @param site the node's address for readers of mails, without a path; without it a mail names none
     * @param quiet how long a mail waits for more to tell of, unless it is urgent
     * @param every how often it is looked for what is to be sent
     */
    public record Mail(Optional<MailRelay> relay, Optional<URI> site, Duration quiet, Duration every) {
        public static final Mail NONE =
                new Mail(Optional.empty(), Optional.empty(), Duration.ofMinutes(5), Duration.ofSeconds(2));

        public Mail {
            site.ifPresent(Mail::require);
        }

        private static void require(URI site) {
            boolean secure = "https".equals(site.getScheme());
            boolean trial = "http".equals(site.getScheme()) && "127.0.0.1".equals(site.getHost());
            if ((!secure && !trial)
                    || site.getHost() == null
                    || !site.toString().matches("https?://[A-Za-z0-9.:-]+")) {
                throw new IllegalArgumentException("paivand.mail.site is https, a host, perhaps a port, and no path");
            }
        }
    }

    /**
     * The form for everybody.
     *
     * @param agency that reads it; without one there is no form
     * @param perHour how much is taken in an hour, from everybody
     * @param perSource how much is taken in an hour from one address
     * @param open how many may wait for the agency at once
     * @param keep after which nothing is left of what came, whatever was done with it
     * @param keepDiscarded for which one that was discarded can be fetched back
     */
    public record Form(
            Optional<AgencyId> agency, int perHour, int perSource, int open, Duration keep, Duration keepDiscarded) {
        public static final Form NONE =
                new Form(Optional.empty(), 60, 10, 1_000, Duration.ofDays(30), Duration.ofDays(7));

        public Form {
            if (keep.compareTo(Duration.ofDays(1)) < 0 || keep.compareTo(Duration.ofDays(90)) > 0) {
                throw new IllegalArgumentException("paivand.form.keep is 1 to 90 days");
            }
            if (perHour < 1 || perSource < 1 || open < 1) {
                throw new IllegalArgumentException("paivand.form.* takes at least one");
            }
        }
    }

    /**
     * How webhooks are served.
     *
     * @param loopback whether they may lead to 127.0.0.1, for trials on one machine
     * @param every how often it is looked for what is to be sent
     */
    public record Webhooks(boolean loopback, Duration every) {}

    /**
     * How long what was disclosed may be kept, and when somebody is reminded of it.
     *
     * @param answerWithin how long a holder has to answer a stop-use notice
     * @param longestJourney for which a holder may keep contact and travel after a withdrawal
     * @param remindBefore how long before its end a holding is shown as due soon
     * @param closedCases how long a case is kept after its last referral is over
     * @param checkEvery how often what is overdue is looked for
     */
    public record Keeping(
            Duration answerWithin,
            Duration longestJourney,
            Duration remindBefore,
            Duration closedCases,
            Duration checkEvery) {
        public static final Keeping USUAL = new Keeping(
                Duration.ofDays(3),
                Duration.ofDays(14),
                Duration.ofDays(14),
                Duration.ofDays(365),
                Duration.ofMinutes(1));
    }

    /**
     * The signed directory that everybody may take away.
     *
     * @param origin the name of the node's directory key; without it the log's origin up to its first slash, and
     *     {@code /directory}
     * @param validity after which a snapshot is none; three days or longer
     */
    public record Publishing(Optional<String> origin, Duration validity) {
        public static final Publishing USUAL = new Publishing(Optional.empty(), Duration.ofDays(28));

        String origin(String logOrigin) {
            return origin.orElseGet(() -> logOrigin.split("/", 2)[0] + "/directory");
        }
    }

    /**
     * What persons themselves are shown.
     *
     * @param notices a directory with notices beside those that are shipped
     * @param address where the pages for persons are, as it is printed on a receipt
     * @param exit where the link leads by which one leaves a page at once
     * @param zone whose clock the pages tell times by
     * @param proxies how many proxies of the operator's stand before the node, each of which adds to X-Forwarded-For
     */
    public record Person(Optional<Path> notices, Optional<String> address, String exit, ZoneId zone, int proxies) {
        public static final Person DEFAULT = new Person(
                Optional.empty(), Optional.empty(), "https://www.wikipedia.org/", ZoneId.of("Asia/Dushanbe"), 0);

        public Person {
            if (proxies < 0 || proxies > 9) {
                throw new IllegalArgumentException("paivand.pages.proxies is 0 to 9");
            }
        }
    }

    /**
     * Witnesses of this node's log, and this node as a witness of others'.
     *
     * @param witnesses a C2SP tlog-policy with URLs; without it every checkpoint counts
     * @param maxLag how long a checkpoint may wait for its quorum before nothing crosses a border and nothing is exported
     * @param name of this node as a witness; without it the node witnesses nobody
     * @param logs a C2SP tlog-policy with the logs that this node witnesses
     */
    public record Witnessing(Optional<Path> witnesses, Duration maxLag, Optional<String> name, Optional<Path> logs) {
        public static final Witnessing NONE =
                new Witnessing(Optional.empty(), Duration.ofMinutes(10), Optional.empty(), Optional.empty());

        public Witnessing {
            if (name.isPresent() != logs.isPresent()) {
                throw new IllegalArgumentException("paivand.witness.name and paivand.witness.logs need each other");
            }
        }
    }

    /**
     * How agencies are taken in.
     *
     * @param realm Keycloak's administration; without it no agency is taken in, and one that is let go is only suspended here
     * @param open whether an agency may apply without an account
     * @param retryEvery how often what is due in Keycloak is looked for, when nothing calls for it
     */
    public record Onboarding(Optional<RealmAccess> realm, boolean open, Duration retryEvery) {
        public static final Onboarding NONE = new Onboarding(Optional.empty(), false, Duration.ofSeconds(5));
    }

    /** How to reach the database as one user. */
    public record DatabaseAccess(String url, String user, String password) {
        HikariDataSource pool(int size) {
            return DataSources.pool(url, user, password, size);
        }

        @Override
        public String toString() {
            return user + " at " + url;
        }
    }

    @Override
    public String toString() {
        return "settings of " + logOrigin;
    }

    /** @throws java.util.NoSuchElementException naming a setting that is missing */
    public static Settings of(Config config) {
        String url = config.getValue("paivand.db.url", String.class);
        return new Settings(
                access(config, url, "paivand.db"),
                config.getOptionalValue("paivand.db.migration.user", String.class)
                        .map(user -> access(config, url, "paivand.db.migration")),
                config.getOptionalValue("paivand.db.pool", Integer.class).orElse(16),
                Path.of(config.getValue("paivand.keys.keystore", String.class)),
                config.getValue("paivand.keys.password", String.class),
                Path.of(config.getValue("paivand.keys.directory", String.class)),
                signingStore(config),
                config.getValue("paivand.log.origin", String.class),
                config.getOptionalValue("paivand.log.reason", String.class)
                        .map(code -> Coded.of(LogSuccession.class, code)),
                config.getOptionalValue("paivand.log.public", Boolean.class).orElse(false),
                config.getOptionalValue("paivand.log.retention", String.class)
                        .map(Retention::parse)
                        .orElse(Retention.USUAL),
                config.getOptionalValue("paivand.log.max-lag", String.class)
                        .map(Duration::parse)
                        .orElse(Duration.ofSeconds(30)),
                config.getOptionalValue("paivand.clock.max-step-back", String.class)
                        .map(Duration::parse)
                        .orElse(Duration.ofSeconds(5)),
                config.getOptionalValue("paivand.log.check-every", String.class)
                        .map(Duration::parse)
                        .orElse(Duration.ofHours(1)),
                AgencyId.of(config.getOptionalValue("paivand.operator", String.class)
                        .orElse("tj-commission")),
                config.getOptionalValue("paivand.registry.directory", String.class)
                        .map(Path::of),
                config.getOptionalValue("paivand.policy.file", String.class).map(Path::of),
                publishing(config),
                respondWithin(config),
                witnessing(config),
                keeping(config),
                reminding(config),
                person(config),
                onboarding(config),
                new Webhooks(
                        config.getOptionalValue("paivand.webhooks.loopback", Boolean.class)
                                .orElse(false),
                        period(config, "paivand.webhooks.check-every", Duration.ofSeconds(1))),
                mail(config),
                new Requests(
                        config.getOptionalValue("paivand.requests.client", Integer.class)
                                .orElse(Requests.USUAL.ofClients()),
                        config.getOptionalValue("paivand.requests.address", Integer.class)
                                .orElse(Requests.USUAL.ofStrangers())),
                form(config),
                period(config, "paivand.out-of-band.record-within", RECORD_LATE));
    }

    /** @throws java.util.NoSuchElementException naming a setting that is missing while the server's is there */
    private static Mail mail(Config config) {
        return new Mail(
                config.getOptionalValue("paivand.mail.host", String.class).map(host -> relay(config, host)),
                config.getOptionalValue("paivand.mail.site", String.class).map(URI::create),
                period(config, "paivand.mail.quiet", Mail.NONE.quiet()),
                period(config, "paivand.mail.check-every", Mail.NONE.every()));
    }

    private static MailRelay relay(Config config, String host) {
        MailRelay.Security security = config.getOptionalValue("paivand.mail.security", String.class)
                .map(code -> Coded.of(MailRelay.Security.class, code))
                .orElse(MailRelay.Security.STARTTLS);
        return new MailRelay(
                host,
                config.getOptionalValue("paivand.mail.port", Integer.class)
                        .orElse(security == MailRelay.Security.TLS ? 465 : 587),
                security,
                config.getOptionalValue("paivand.mail.user", String.class)
                        .map(user -> new MailRelay.Login(user, config.getValue("paivand.mail.password", String.class))),
                new MailAddress(config.getValue("paivand.mail.from", String.class)));
    }

    private static Form form(Config config) {
        return new Form(
                config.getOptionalValue("paivand.form.agency", String.class).map(AgencyId::of),
                number(config, "paivand.form.per-hour", Form.NONE.perHour()),
                number(config, "paivand.form.per-source", Form.NONE.perSource()),
                number(config, "paivand.form.open", Form.NONE.open()),
                period(config, "paivand.form.keep", Form.NONE.keep()),
                period(config, "paivand.form.keep-discarded", Form.NONE.keepDiscarded()));
    }

    private static int number(Config config, String name, int usual) {
        return config.getOptionalValue(name, Integer.class).orElse(usual);
    }

    private static DatabaseAccess access(Config config, String url, String prefix) {
        return new DatabaseAccess(
                url,
                config.getValue(prefix + ".user", String.class),
                config.getValue(prefix + ".password", String.class));
    }

    private static Witnessing witnessing(Config config) {
        return new Witnessing(
                config.getOptionalValue("paivand.log.witnesses", String.class).map(Path::of),
                config.getOptionalValue("paivand.log.max-witness-lag", String.class)
                        .map(Duration::parse)
                        .orElse(Witnessing.NONE.maxLag()),
                config.getOptionalValue("paivand.witness.name", String.class),
                config.getOptionalValue("paivand.witness.logs", String.class).map(Path::of));
    }

    private static Publishing publishing(Config config) {
        return new Publishing(
                config.getOptionalValue("paivand.directory.origin", String.class),
                period(config, "paivand.directory.validity", Publishing.USUAL.validity()));
    }

    private static Keeping keeping(Config config) {
        return new Keeping(
                period(config, "paivand.withdrawal.answer-within", Keeping.USUAL.answerWithin()),
                period(config, "paivand.withdrawal.longest-journey", Keeping.USUAL.longestJourney()),
                period(config, "paivand.retention.remind-before", Keeping.USUAL.remindBefore()),
                period(config, "paivand.retention.closed-cases", Keeping.USUAL.closedCases()),
                period(config, "paivand.retention.check-every", Keeping.USUAL.checkEvery()));
    }

    private static Reminding reminding(Config config) {
        return new Reminding(
                period(config, "paivand.reminders.before-reflection-ends", Reminding.USUAL.beforeReflectionEnds()),
                period(config, "paivand.reminders.before-consent-ends", Reminding.USUAL.beforeConsentEnds()),
                period(config, "paivand.reminders.check-every", Reminding.USUAL.lookEvery()));
    }

    private static Duration period(Config config, String name, Duration usual) {
        return config.getOptionalValue(name, String.class).map(Duration::parse).orElse(usual);
    }

    private static Person person(Config config) {
        return new Person(
                config.getOptionalValue("paivand.notices.directory", String.class)
                        .map(Path::of),
                config.getOptionalValue("paivand.pages.address", String.class),
                config.getOptionalValue("paivand.pages.exit", String.class).orElse(Person.DEFAULT.exit()),
                config.getOptionalValue("paivand.pages.zone", String.class)
                        .map(ZoneId::of)
                        .orElse(Person.DEFAULT.zone()),
                config.getOptionalValue("paivand.pages.proxies", Integer.class).orElse(Person.DEFAULT.proxies()));
    }

    /** @throws java.util.NoSuchElementException naming a setting that is missing while the address is there */
    private static Onboarding onboarding(Config config) {
        return new Onboarding(
                config.getOptionalValue("paivand.keycloak.url", String.class)
                        .map(url -> new RealmAccess(
                                URI.create(url),
                                config.getValue("paivand.keycloak.realm", String.class),
                                config.getValue("paivand.keycloak.client", String.class),
                                config.getValue("paivand.keycloak.secret", String.class))),
                config.getOptionalValue("paivand.onboarding.open", Boolean.class)
                        .orElse(Onboarding.NONE.open()),
                period(config, "paivand.onboarding.retry-every", Onboarding.NONE.retryEvery()));
    }

    /** The node's own keystore, unless the signing keys are elsewhere. */
    private static SigningStore signingStore(Config config) {
        Optional<String> type = config.getOptionalValue("paivand.log.keys.type", String.class);
        if (type.isEmpty()) {
            return SigningStore.pkcs12(
                    Path.of(config.getValue("paivand.keys.keystore", String.class)),
                    config.getValue("paivand.keys.password", String.class));
        }
        return new SigningStore(
                type.get(),
                config.getOptionalValue("paivand.log.keys.provider", String.class),
                config.getOptionalValue("paivand.log.keys.provider-config", String.class),
                config.getOptionalValue("paivand.log.keys.keystore", String.class)
                        .map(Path::of),
                config.getValue("paivand.log.keys.password", String.class));
    }

    private static RespondWithin respondWithin(Config config) {
        Map<Urgency, Duration> periods = new EnumMap<>(Urgency.class);
        periods.put(Urgency.IMMEDIATE, Duration.ofHours(1));
        periods.put(Urgency.EMERGENCY, Duration.ofDays(1));
        periods.put(Urgency.URGENT, Duration.ofDays(3));
        periods.put(Urgency.NORMAL, Duration.ofDays(14));
        periods.replaceAll(
                (urgency, usual) -> config.getOptionalValue("paivand.respond-within." + urgency.code(), String.class)
                        .map(Duration::parse)
                        .orElse(usual));
        return new RespondWithin(periods, period(config, "paivand.respond-within.check-every", Duration.ofSeconds(10)));
    }
}
