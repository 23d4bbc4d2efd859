// Frames of the city, one after the other. The next is asked for when the last is drawn, so a slow
// line or a slow phone gets fewer frames and never a queue of them.
const BACK_OFF = 1500;

export async function homes() {
  const bytes = await (await ask('/city/homes')).arrayBuffer();
  const people = bytes.byteLength / 3;
  return {
    rank: new Uint16Array(bytes.slice(0, people * 2)),
    group: new Uint8Array(bytes.slice(people * 2)),
  };
}

export const towns = async () => (await ask('/city/towns')).json();

async function ask(path, options) {
  const answer = await fetch(path, options);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer;
}

function read(bytes, people) {
  const length = new DataView(bytes).getUint32(0, true);
  const frame = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 4, length)));
  let at = 4 + length;
  for (const town of frame.towns) {
    town.scores = new Int16Array(bytes.slice(at, at + people * 2));
    at += people * 2;
    town.marks = new Uint8Array(bytes, at, people);
    at += people;
  }
  return frame;
}

// Hands every frame to `draw`, for ever, with what was known when it was asked for; `draw` returns
// what is known then. `lost` hears when the city stops or begins to answer.
export async function watch(people, draw, lost) {
  const nothing = { after: 0, founding: 0, counts: 0, news: 0 };
  let known = nothing;
  for (;;) {
    try {
      const answer = await ask(`/city/frame?${new URLSearchParams(known)}`);
      const frame = read(await answer.arrayBuffer(), people);
      known = await draw(frame, known);
      lost(false);
      if (document.hidden) await shown();
    } catch (trouble) {
      console.warn(trouble);
      lost(true);
      known = nothing;
      await new Promise((resolve) => { setTimeout(resolve, BACK_OFF); });
    }
  }
}

const shown = () => new Promise((resolve) => {
  document.addEventListener('visibilitychange', resolve, { once: true });
});

// Gives the city an order.
export const tell = (path, fields) => ask(path, {
  method: 'POST', body: new URLSearchParams({ ...fields, script: 'yes' }),
});
