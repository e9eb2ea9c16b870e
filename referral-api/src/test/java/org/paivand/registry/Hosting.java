package org.paivand.registry;

import static org.paivand.registry.RegistryScene.ANORA;
import static org.paivand.registry.RegistryScene.BAHROM;

import java.util.Optional;
import org.paivand.approval.Approval;
import org.paivand.approval.Verdict;
import org.paivand.disclosure.AgencyId;
import org.paivand.registry.record.RegistryKind;
import org.paivand.wiring.TestNode;

/** Registrars say who answers for whom. */
public final class Hosting {
    public static final String HOST = "tj-ngo-dushanbe-women";
    /** At which the hosted agency is called back. */
    public static final String NUMBER = "+999000777";

    private Hosting() {}

    /** Two registrars let {@link #HOST} answer for the agency. */
    public static void begin(TestNode node, String hosted) throws Exception {
        RegistryScene scene = new RegistryScene(node);
        Approval waiting = RegistryScene.waiting(propose(node, hosted, HOST));
        scene.decide(BAHROM, waiting, Verdict.CONFIRM);
        node.atTheNextRequest();
    }

    /** One registrar says so. */
    static RegistryDesk.Result propose(TestNode node, String hosted, String host) throws Exception {
        RegistryScene scene = new RegistryScene(node);
        ItemName name = new ItemName(RegistryKind.AGENCY, hosted);
        String document = scene.document(name);
        String phones = document.contains("\"phones\"")
                ? ""
                : ",\"phones\":[{\"number\":\"" + NUMBER + "\",\"hours\":{\"aroundTheClock\":true}}]";
        return scene.put(
                ANORA,
                name,
                scene.version(name),
                document.substring(0, document.length() - 1) + phones + ",\"host\":\"" + host + "\"}");
    }

    /** One registrar ends it. */
    public static void end(TestNode node, String hosted) throws Exception {
        RegistryScene scene = new RegistryScene(node);
        ItemName name = new ItemName(RegistryKind.AGENCY, hosted);
        RegistryScene.made(scene.edit(ANORA, name, ",\"host\":\"" + HOST + "\"", ""));
        node.atTheNextRequest();
    }

    static Optional<String> of(TestNode node, String hosted) {
        return node.atTheNextRequest()
                .hostOf(new AgencyId(hosted))
                .map(host -> host.id().value());
    }
}
