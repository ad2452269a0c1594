using GeminiGen;

namespace AotSample;

/// <summary>A card that is still being written.</summary>
[SnapshotOf(typeof(DocumentCard))]
internal sealed partial record DocumentCardSnapshot;
