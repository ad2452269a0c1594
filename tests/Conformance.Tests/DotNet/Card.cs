namespace GeminiGen.Conformance.Tests.DotNet;

/// <summary>What typed answers are asked for.</summary>
internal sealed record Card(Kind Kind, IReadOnlyList<int> Years, Place Place);

/// <summary>What a card is of.</summary>
internal enum Kind
{
    Person,
    Building,
}

/// <summary>Where it is.</summary>
internal sealed record Place(string City);
