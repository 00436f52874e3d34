namespace Listening.Tests.Store.Projecting;

public sealed class GoldenCaseOnEmbeddedTests(EngineFixture engine) : GoldenCaseTests(engine);
