package org.paivand.launcher;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.paivand.launcher.doctor.Doctor;
import org.paivand.launcher.doctor.Finding;
import org.paivand.launcher.doctor.Machine;
import org.paivand.launcher.process.Progress;
import org.paivand.launcher.stack.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description =
                "Look for what would keep Paivand from starting, and tell what to do. Exit status 1: there is a problem.")
final class DoctorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private StackOptions options = new StackOptions();

    @Override
    public Integer call() {
        Progress progress = new Progress(spec.commandLine().getOut());
        Doctor doctor = new Doctor(Home.find(), options.state(), Machine.here());
        List<Finding> findings =
                doctor.examine(options.ports(), Clock.systemUTC().instant());
        findings.forEach(finding -> progress.line(finding.text()));
        boolean problem = findings.stream().anyMatch(finding -> finding.grade() == Finding.Grade.PROBLEM);
        progress.line(problem ? "Something must be done first." : "Paivand can start.");
        return problem ? Paivand.FAILED : Paivand.DONE;
    }
}
