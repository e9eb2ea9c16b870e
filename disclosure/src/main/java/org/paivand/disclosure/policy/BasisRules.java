package org.paivand.disclosure.policy;

/**
 * What else a basis must meet: which parts of steps 6 and 7 bind it, and which worker step 5 asks for.
 *
 * @param acceptance whether anything beyond stage 1 waits for the recipient's acceptance
 * @param reflection whether the reflection clock holds it back from investigators
 * @param protectionFear whether fear of one's own authorities holds it back from consulates
 * @param consulates whether a consulate can receive anything on this basis at all
 */
public record BasisRules(
        WorkerRule worker,
        AgreementRule agreement,
        boolean acceptance,
        boolean reflection,
        boolean protectionFear,
        boolean consulates) {}
