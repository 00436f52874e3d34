namespace Listening.Web.People;

/// <summary>What <c>PUT /api/v1/account/second-step</c> takes.</summary>
/// <param name="Code">The six digits that the authenticator shows now.</param>
public sealed record CodeProof(string Code);
