namespace Listening.BrowserTests;

public sealed class PeopleTests(Chromium chromium) : PeopleContract(chromium)
{
    protected override Task<ProgramServer> NewServerAsync() => Task.FromResult<ProgramServer>(new EmptyServer());
}
