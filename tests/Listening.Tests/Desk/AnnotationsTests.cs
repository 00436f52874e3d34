namespace Listening.Tests.Desk;

public sealed class AnnotationsTests() : AnnotationsContract(new DeskFile());
