package org.paivand.openapi;

/**
 * One operation of the contract.
 *
 * @param method in upper case
 * @param path the template as the contract writes it, with its parameter names
 */
public record Operation(String method, String path) {

    /** The same operation with nameless parameters, so that it can be compared with a resource that names them otherwise. */
    public Operation shape() {
        return new Operation(method, path.replaceAll("\\{[^/]*}", "{}"));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
