using Listening.Tests.Store.Engine.Server;

namespace Listening.Tests.Store.Projecting;

public sealed class GoldenCaseOnServerTests(EngineFixture engine) : GoldenCaseTests(new ServerEngine(engine));
