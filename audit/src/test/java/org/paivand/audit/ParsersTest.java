package org.paivand.audit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.paivand.audit.Fuzz.Target;
import org.paivand.audit.checkpoint.Checkpoint;
import org.paivand.audit.checkpoint.WitnessPolicy;
import org.paivand.audit.log.Entry;
import org.paivand.audit.log.EntryType;
import org.paivand.audit.log.Opening;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.InclusionProof;
import org.paivand.audit.merkle.TreeHead;
import org.paivand.audit.note.Cosigner;
import org.paivand.audit.note.PrivateKeySigner;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.note.TestKeys;
import org.paivand.audit.note.VerifierKey;
import org.paivand.audit.proof.HashLines;
import org.paivand.audit.proof.LogProof;
import org.paivand.audit.tile.EntryBundle;
import org.paivand.audit.tile.Tile;
import org.paivand.audit.tile.TilePath;

/** Every parser of this module under hostile input; jqwik prints the seed of what fails. */
class ParsersTest {
    private final List<Target> targets;

    ParsersTest() throws Exception {
        PrivateKeySigner log = TestKeys.signer("log.example");
        Cosigner witness = TestKeys.cosigner("witness.example");
        Opening opening = new Opening(EntryType.DENIAL, new byte[32], utf8("{\"eventId\":\"\u04b3\"}"));
        Hash leaf = opening.entry().leafHash();
        String text = new Checkpoint("log.example", new TreeHead(1, leaf), List.of("an extension")).text();
        SignedNote note = new SignedNote(text, List.of(log.sign(text), witness.cosign(text, java.time.Instant.EPOCH)));
        String policy = "# mine\nlog " + log.verifierKey() + "\nwitness w " + witness.verifierKey()
                + "\ngroup g 1 w\nquorum g\n";
        List<Hash> three = List.of(leaf, Hash.EMPTY, Hash.leaf(new byte[3]));
        targets = List.of(
                Target.of("decimal", in -> utf8("" + Strict.decimal(Strict.utf8(in))), utf8("0"), utf8("9007199254")),
                Target.of(
                        "base64",
                        in -> java.util.Base64.getEncoder().encode(Strict.base64(Strict.utf8(in))),
                        utf8(leaf.base64()),
                        utf8("QQ==")),
                Target.of("UTF-8", in -> utf8(Strict.utf8(in)), utf8("\u04b3 \u20ac \ud83d\ude00")),
                Target.of(
                        "hash in hex", in -> utf8(Hash.fromHex(Strict.utf8(in)).hex()), utf8(leaf.hex())),
                Target.of(
                        "hash in base64",
                        in -> utf8(Hash.fromBase64(Strict.utf8(in)).base64()),
                        utf8(leaf.base64())),
                Target.of("note", in -> SignedNote.parse(in).encode(), note.encode()),
                Target.of(
                        "checkpoint",
                        in -> utf8(Checkpoint.parse(Strict.utf8(in)).text()),
                        utf8(text)),
                Target.of(
                        "verifier key",
                        in -> utf8(VerifierKey.parse(Strict.utf8(in)).text()),
                        utf8(log.verifierKey().text()),
                        utf8(witness.verifierKey().text())),
                Target.of("policy", ParsersTest::policy, utf8(policy)),
                Target.of(
                        "path of a tile",
                        in -> utf8(TilePath.parse(Strict.utf8(in)).path()),
                        utf8("tile/0/x001/x234/067.p/8"),
                        utf8("tile/entries/000")),
                Target.of("tile", in -> Tile.decode(in, 2).encode(), new Tile(three.subList(0, 2)).encode()),
                Target.of(
                        "entry bundle",
                        in -> EntryBundle.decode(in, 3).encode(),
                        new EntryBundle(List.of(opening.entry().encode(), new byte[0], new byte[700])).encode()),
                Target.of(
                        "entry",
                        in -> Entry.decode(in).encode(),
                        opening.entry().encode()),
                Target.of("opening", in -> Opening.decode(in).encode(), opening.encode()),
                Target.of(
                        "lines of hashes",
                        in -> utf8(HashLines.text(HashLines.parse(Strict.utf8(in)))),
                        utf8(HashLines.text(three))),
                Target.of(
                        "proof file",
                        in -> LogProof.parse(in).encode(),
                        LogProof.of(opening, 0, new InclusionProof(List.of()), note)
                                .encode()));
    }

    /** A policy has more than one spelling: comments and blanks may stand in it. */
    private static byte[] policy(byte[] in) throws MalformedException {
        WitnessPolicy.parse(in);
        return in;
    }

    @Example
    void acceptWhatIsValidAndHandleEveryTruncation() throws Exception {
        for (Target target : targets) {
            new Fuzz(0).assertAcceptsAndCuts(target);
        }
    }

    @Property(tries = 3000)
    void refuseInOneWayOnlyAndAcceptOneSpelling(@ForAll long seed) {
        Fuzz fuzz = new Fuzz(seed);
        targets.forEach(fuzz::assertHandlesNext);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
