using Listening.Tests.Desk;

namespace Listening.Tests.Secrets;

public sealed class SecretsTests() : SecretsContract(new DeskFile());
