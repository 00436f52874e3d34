namespace Listening.Tests.Desk;

public sealed class SignInLinksTests() : SignInLinksContract(new DeskFile());
